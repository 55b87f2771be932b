package org.haas.driver.ssh;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a person would read where these characters were printed: colours are left out, and what is
 * wiped by going back in the line is gone, as pagers do with their {@code --More--}.
 */
final class Screen {
  private static final Pattern ESCAPE =
      Pattern.compile("\u001b(?:\\[[0-9;?]*[ -/]*[@-~]|[=>]|[()][A-Z0-9])");

  private Screen() {}

  /** All lines, without blanks at their ends. */
  static String text(String printed) {
    return printed.lines().map(Screen::line).collect(Collectors.joining("\n"));
  }

  /** The line on which the cursor is; empty after a line's end. */
  static String lastLine(String printed) {
    return line(printed.substring(printed.lastIndexOf('\n') + 1));
  }

  private static String line(String printed) {
    String plain = ESCAPE.matcher(printed).replaceAll("");
    StringBuilder line = new StringBuilder();
    int column = 0;
    for (int i = 0; i < plain.length(); i++) {
      char one = plain.charAt(i);
      if (one == '\r') {
        column = 0;
      } else if (one == '\b') {
        column = Math.max(0, column - 1);
      } else if (one == '\t' || !Character.isISOControl(one)) {
        put(line, column++, one);
      }
    }
    return line.toString().stripTrailing();
  }

  private static void put(StringBuilder line, int column, char one) {
    if (column < line.length()) {
      line.setCharAt(column, one);
      return;
    }
    line.append(one);
  }
}
