package org.haas.document;

import java.util.regex.Pattern;

/**
 * A name in a login, HaaS's or a switch's: 1 to 100 letters, digits, dot, underscore, at, plus and
 * dash, beginning with a letter or a digit.
 */
public record Username(String value) {
  private static final Pattern FORM = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9._@+-]{0,99}");

  /**
   * Checks the form.
   *
   * @throws IllegalArgumentException with a sentence for the user
   */
  public Username {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "A user's name has 1 to 100 letters, digits and . _ @ + - and begins with a letter or a"
              + " digit.");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
