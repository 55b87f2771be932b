package org.haas.driver.ssh;

/**
 * A line to send.
 *
 * @param prompt what the prompt must contain afterwards: the mode that the line leads to. Empty
 *     when it may be any
 * @param mayBeRefused not every model knows the line, and those that do not need none
 */
record CliLine(String text, String prompt, boolean mayBeRefused) {
  private static final String TRY = "try ";

  /** Reads {@code configure terminal => (config)#}, or {@code try switchport}. */
  static CliLine parse(String row) {
    String[] parts = row.strip().split(" => ", 2);
    boolean mayBeRefused = parts[0].startsWith(TRY);
    String text = mayBeRefused ? parts[0].substring(TRY.length()) : parts[0];
    return new CliLine(text.strip(), parts.length == 2 ? parts[1].strip() : "", mayBeRefused);
  }

  CliLine with(String name, Object value) {
    return new CliLine(
        text.replace(name, value.toString()), prompt.replace(name, value.toString()), mayBeRefused);
  }
}
