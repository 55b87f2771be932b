package org.haas.spi;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A 48 bit MAC address, kept as twelve lower-case hexadecimal digits in pairs with colons. Dashes
 * instead of colons are understood.
 */
public record MacAddress(String value) {
  private static final Pattern FORM = Pattern.compile("([0-9a-f]{2}:){5}[0-9a-f]{2}");

  /**
   * Checks the form.
   *
   * @throws IllegalArgumentException when the text is not such an address
   */
  public MacAddress {
    value = value == null ? "" : value.toLowerCase(Locale.ROOT).replace('-', ':');
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "A MAC address is six pairs of hexadecimal digits, such as 52:54:00:12:34:56.");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
