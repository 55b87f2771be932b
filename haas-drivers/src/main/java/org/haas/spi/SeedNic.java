package org.haas.spi;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a machine configures one of its NICs.
 *
 * @param address an IPv4 address with the length of its prefix, such as {@code 10.0.0.1/24}; empty:
 *     it asks DHCP
 */
public record SeedNic(MacAddress mac, Optional<String> address) {
  private static final Pattern FORM =
      Pattern.compile(
          "([0-9]{1,3})\\.([0-9]{1,3})\\.([0-9]{1,3})\\.([0-9]{1,3})/([0-9]|[12][0-9]|3[0-2])");
  private static final int OCTETS = 4;
  private static final int HIGHEST = 255;

  /**
   * Checks the form.
   *
   * @throws IllegalArgumentException with a sentence for the user
   */
  public SeedNic {
    if (!address.map(SeedNic::isLegal).orElse(true)) {
      throw new IllegalArgumentException(
          "The address of a NIC is IPv4 with the length of its prefix, such as 10.0.0.1/24.");
    }
  }

  private static boolean isLegal(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return false;
    }
    for (int octet = 1; octet <= OCTETS; octet++) {
      String digits = matcher.group(octet);
      boolean isPlain = digits.length() == 1 || digits.charAt(0) != '0';
      if (!isPlain || Integer.parseInt(digits) > HIGHEST) {
        return false;
      }
    }
    return true;
  }
}
