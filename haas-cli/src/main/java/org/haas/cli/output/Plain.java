package org.haas.cli.output;

/** Text of somebody else, made safe to show: it cannot steer the terminal. */
public final class Plain {
  private Plain() {}

  /** On one line; each control character becomes a question mark, each line break a blank. */
  public static String line(String text) {
    return text.replaceAll("\\R", " ").replaceAll("[\\p{Cc}\\p{Cf}]", "?");
  }
}
