package org.haas.operation;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Something changed, told to whoever watches, in every instance. Tells what to look at again, not
 * what it is now.
 *
 * @param kind what sort of thing
 * @param name its label; the UUID of an operation; the name of a queue
 * @param node the node that it concerns, if one
 * @param project the id of the project that may see it; empty: only who may see the thing
 */
public record Change(Kind kind, String name, Optional<String> node, OptionalLong project) {
  /** What sort of thing. */
  public enum Kind {
    NODE,
    NETWORK,
    /** What is known of a machine's power, or of its way to be free; told as {@link #NODE}. */
    POWER,
    HEADNODE,
    OPERATION,
    QUEUE,
    /** Somebody came into a project, or left it; told by the database itself. */
    MEMBERSHIP,
    /** Changes may have been lost: whatever is shown or remembered has to be looked at again. */
    MISSED
  }

  /** That changes may have been lost. */
  public static final Change MISSED =
      new Change(Kind.MISSED, "", Optional.empty(), OptionalLong.empty());

  /** The form in which it travels: fields by a bar, which no label has. */
  String encoded() {
    return kind
        + "|"
        + name
        + "|"
        + node.orElse("")
        + "|"
        + (project.isPresent() ? Long.toString(project.getAsLong()) : "");
  }

  static Change decoded(String text) {
    String[] part = text.split("\\|", -1);
    return new Change(
        Kind.valueOf(part[0]),
        part[1],
        part[2].isEmpty() ? Optional.empty() : Optional.of(part[2]),
        part[3].isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(part[3])));
  }
}
