package org.haas.spi;

import java.util.regex.Pattern;

/**
 * The name of a project, node, NIC, network or switch: 1 to 63 characters, letters, digits, dot,
 * underscore and dash, beginning with a letter or a digit. The form is safe in a URL, a file name
 * and a command line.
 */
public record Label(String value) implements Comparable<Label> {
  private static final Pattern FORM = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9._-]{0,62}");

  /**
   * Checks the form.
   *
   * @throws IllegalArgumentException when the text is not of that form; the message is a sentence
   *     for a user
   */
  public Label {
    if (value == null || !FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "A name has 1 to 63 letters, digits, dots, underscores or dashes and begins with a letter"
              + " or a digit.");
    }
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
