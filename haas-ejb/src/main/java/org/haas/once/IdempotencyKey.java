package org.haas.once;

/** What a caller calls one request of his: 1 to 64 visible characters of ASCII. */
public record IdempotencyKey(String value) {
  private static final String FORM = "[!-~]{1,64}";

  /**
   * Checks the form.
   *
   * @throws IllegalArgumentException with a sentence for the user
   */
  public IdempotencyKey {
    if (!value.matches(FORM)) {
      throw new IllegalArgumentException(
          "a key is 1 to 64 visible characters of ASCII, without blanks.");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
