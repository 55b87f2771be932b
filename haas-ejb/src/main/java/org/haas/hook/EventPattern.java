package org.haas.hook;

import java.util.regex.Pattern;

/** What a webhook is told of: {@code node.reserved}, or {@code node.*}. */
public record EventPattern(String value) {
  private static final Pattern FORM =
      Pattern.compile("[a-z][a-z-]{0,30}\\.(?:\\*|[a-z][a-z-]{0,30})");

  /**
   * Checks the form.
   *
   * @throws IllegalArgumentException with a sentence
   */
  public EventPattern {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "this is what happens, such as node.reserved, or node.* for all of nodes.");
    }
  }

  /** Whether it is one of these. */
  boolean fits(String what) {
    return value.endsWith(".*")
        ? what.startsWith(value.substring(0, value.length() - 1))
        : what.equals(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
