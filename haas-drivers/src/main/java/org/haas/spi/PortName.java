package org.haas.spi;

import java.util.regex.Pattern;

/**
 * The name of a switch port as the switch's operating system writes it ({@code gi1/0/5}, {@code
 * Ethernet1/12}, {@code p3}): 1 to 64 printable ASCII characters without blanks, quotes, shell or
 * CLI metacharacters. It reaches a command line, so anything else cannot be constructed; a driver
 * narrows the form further ({@link SwitchDriver#validate}).
 */
public record PortName(String value) implements Comparable<PortName> {
  private static final Pattern FORM = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9/._:@-]{0,63}");

  /**
   * Checks the form.
   *
   * @throws IllegalArgumentException when the text is not of that form
   */
  public PortName {
    if (value == null || !FORM.matcher(value).matches() || value.contains("..")) {
      throw new IllegalArgumentException(
          "A port name has 1 to 64 letters, digits and / . _ : @ - and begins with a letter or a"
              + " digit.");
    }
  }

  @Override
  public int compareTo(PortName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
