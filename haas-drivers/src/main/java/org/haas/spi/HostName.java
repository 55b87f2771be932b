package org.haas.spi;

import java.util.Locale;
import java.util.regex.Pattern;

/** A host name without a domain (RFC 1123): 1 to 63 small letters, digits and inner dashes. */
public record HostName(String value) {
  private static final Pattern FORM = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

  /**
   * Checks the form.
   *
   * @throws IllegalArgumentException with a sentence for the user
   */
  public HostName {
    if (value == null || !FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "A host name has 1 to 63 small letters, digits and dashes, and a letter or a digit at"
              + " both ends.");
    }
  }

  /** The nearest host name to a label: small letters, a dash for a dot and an underscore. */
  public static HostName of(Label label) {
    String plain = label.value().toLowerCase(Locale.ROOT).replace('.', '-').replace('_', '-');
    int end = plain.length();
    while (plain.charAt(end - 1) == '-') {
      end--;
    }
    return new HostName(plain.substring(0, end));
  }

  @Override
  public String toString() {
    return value;
  }
}
