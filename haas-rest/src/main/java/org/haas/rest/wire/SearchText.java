package org.haas.rest.wire;

import java.util.Optional;
import org.haas.document.Text;

/** What is looked for in names: 1 to 100 characters, no control characters. */
public record SearchText(String value) {
  private static final int LONGEST = 100;

  /**
   * Checks the form.
   *
   * @throws IllegalArgumentException with a sentence for the user
   */
  public SearchText {
    if (value.isEmpty() || value.length() > LONGEST || !Text.isClean(value)) {
      throw new IllegalArgumentException("this is a text of 1 to 100 characters.");
    }
  }

  /** The text; empty for null. */
  public static Optional<String> of(SearchText text) {
    return Optional.ofNullable(text).map(SearchText::value);
  }
}
