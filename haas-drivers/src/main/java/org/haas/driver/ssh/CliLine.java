package org.haas.driver.ssh;

/**
 * A line to send.
 *
 * @param prompt what the prompt must contain afterwards: the mode that the line leads to. Empty
 *     when it may be any
 */
record CliLine(String text, String prompt) {

  /** Reads {@code configure terminal => (config)#}. */
  static CliLine parse(String row) {
    String[] parts = row.split(" => ", 2);
    return new CliLine(parts[0].strip(), parts.length == 2 ? parts[1].strip() : "");
  }

  CliLine with(String name, Object value) {
    return new CliLine(
        text.replace(name, value.toString()), prompt.replace(name, value.toString()));
  }
}
