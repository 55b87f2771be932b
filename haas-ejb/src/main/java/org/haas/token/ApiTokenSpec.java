package org.haas.token;

import java.util.Optional;
import java.util.Set;
import org.haas.document.Fields;
import org.haas.spi.Label;

/**
 * An API token to make.
 *
 * @param projects which of its owner's projects it is for; empty: all that he is a member of
 * @param readOnly whether it only reads
 * @param admin whether it is an administrator as its owner is
 * @param days how long it is good
 */
public record ApiTokenSpec(
    Label name, Optional<Set<Label>> projects, boolean readOnly, boolean admin, int days) {
  /** The longest life, in days. */
  public static final int LONGEST = 366;

  private static final int USUAL = 90;
  private static final int MOST_PROJECTS = 100;

  /** A token that can be. */
  public ApiTokenSpec {
    if (days < 1 || days > LONGEST) {
      throw new IllegalArgumentException(
          "An API token is good for 1 to %d days.".formatted(LONGEST));
    }
    if (projects.filter(named -> named.isEmpty() || named.size() > MOST_PROJECTS).isPresent()) {
      throw new IllegalArgumentException(
          "An API token is for 1 to %d projects, or for all.".formatted(MOST_PROJECTS));
    }
    if (admin && projects.isPresent()) {
      throw new IllegalArgumentException(
          "An administrator's API token is for everything; name no projects.");
    }
    projects = projects.map(Set::copyOf);
  }

  /**
   * Reads it.
   *
   * @throws org.haas.document.InvalidRequest a field is wrong
   */
  public static ApiTokenSpec read(Fields fields) {
    Optional<Set<Label>> projects =
        fields.has("projects")
            ? Optional.of(Set.copyOf(fields.values("projects", Label::new)))
            : Optional.empty();
    if (projects.filter(named -> named.isEmpty() || named.size() > MOST_PROJECTS).isPresent()) {
      throw fields.wrong(
          "projects",
          "this names 1 to %d projects; leave it out for all.".formatted(MOST_PROJECTS));
    }
    boolean admin = fields.optionalFlag("admin").orElse(false);
    if (admin && projects.isPresent()) {
      throw fields.wrong(
          "projects", "an administrator's token is for everything; leave it out, or admin.");
    }
    return new ApiTokenSpec(
        fields.label("name"),
        projects,
        fields.optionalFlag("readOnly").orElse(false),
        admin,
        fields.optionalNumber("days", 1, LONGEST).orElse(USUAL));
  }
}
