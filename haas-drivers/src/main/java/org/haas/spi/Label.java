package org.haas.spi;

/**
 * The name of a project, node, NIC, network or switch: 1 to 63 characters, letters, digits, dot,
 * underscore and dash, beginning with a letter or a digit. The form is safe in a URL, a file name
 * and a command line.
 */
public record Label(String value) implements Comparable<Label> {
  private static final int LONGEST = 63;

  /**
   * Checks the form.
   *
   * @throws IllegalArgumentException when the text is not of that form; the message is a sentence
   *     for a user
   */
  public Label {
    if (value == null || !isLegal(value)) {
      throw new IllegalArgumentException(
          "A name has 1 to 63 letters, digits, dots, underscores or dashes and begins with a letter"
              + " or a digit.");
    }
  }

  /** By hand, because lists of ten thousand names are read and answered. */
  private static boolean isLegal(String text) {
    if (text.isEmpty() || text.length() > LONGEST || !isLetterOrDigit(text.charAt(0))) {
      return false;
    }
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isLetterOrDigit(c) && c != '.' && c != '_' && c != '-') {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  @Override
  public int compareTo(Label other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
