package org.haas.rest.wire;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tags of representations as a client sends them, in {@code If-Match} or {@code If-None-Match}.
 *
 * @param any {@code *}: whatever it is
 * @param strong those that stand for each byte
 * @param weak those that somebody on the way has weakened
 */
public record TagList(boolean any, Set<String> strong, Set<String> weak) {
  private static final Pattern ONE =
      Pattern.compile("\\G[ \\t]*(W/)?(\"[!#-~\\x80-\\xff]*\")[ \\t]*(,|$)");

  /** Copies the tags. */
  public TagList {
    strong = Set.copyOf(strong);
    weak = Set.copyOf(weak);
  }

  /**
   * Reads a header's value.
   *
   * @throws IllegalArgumentException with a sentence for the user
   */
  public static TagList parse(String text) {
    if (text.trim().equals("*")) {
      return new TagList(true, Set.of(), Set.of());
    }
    Set<String> strong = new HashSet<>();
    Set<String> weak = new HashSet<>();
    Matcher tags = ONE.matcher(text);
    boolean more = true;
    while (more && tags.find()) {
      (tags.group(1) == null ? strong : weak).add(tags.group(2));
      more = !tags.group(3).isEmpty();
    }
    if (more) {
      throw new IllegalArgumentException(
          "this is * or an ETag as it was answered, with its quotation marks; or several, with"
              + " commas between.");
    }
    return new TagList(false, strong, weak);
  }

  /** Whether one of them is the thing's own, byte by byte; empty: there is no such thing. */
  boolean fits(Optional<String> tag) {
    return tag.filter(current -> any || strong.contains(current)).isPresent();
  }

  /** Whether the client has what that tag is of. */
  boolean knows(String tag) {
    return any || strong.contains(tag) || weak.contains(tag);
  }
}
