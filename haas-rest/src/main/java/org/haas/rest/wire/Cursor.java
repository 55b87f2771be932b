package org.haas.rest.wire;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.haas.document.Forms;
import org.haas.page.Page;
import org.haas.page.PageRequest;

/**
 * Where the next part of a list begins, in a form that clients hand back and do not read.
 *
 * @param first how many items come before it
 */
public record Cursor(int first) {
  private static final String MARK = "after:";
  private static final int MOST_DIGITS = 9;

  /**
   * Reads what {@link #toString} wrote.
   *
   * @throws IllegalArgumentException anything else
   */
  public static Cursor parse(String text) {
    String plain = decoded(text);
    if (!plain.matches(MARK + "[0-9]{1," + MOST_DIGITS + "}")) {
      throw new IllegalArgumentException(
          "a cursor is what the field next of the page before said, unchanged.");
    }
    return new Cursor(Integer.parseInt(plain.substring(MARK.length())));
  }

  private static String decoded(String text) {
    try {
      return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.ISO_8859_1);
    } catch (IllegalArgumentException notBase64) {
      return "";
    }
  }

  /** The part that a request asks for by its query. Both may be null: a first part, of 100. */
  public static PageRequest page(Cursor cursor, Integer limit) {
    return Forms.convert(
        "limit",
        "",
        ignored ->
            new PageRequest(
                cursor == null ? 0 : cursor.first(),
                limit == null ? PageRequest.FIRST.limit() : limit));
  }

  /** Where to go on after this part; empty at the end. */
  public static Optional<Cursor> after(PageRequest asked, Page<?> answered) {
    int next = asked.first() + answered.items().size();
    return answered.items().isEmpty() || next >= answered.total()
        ? Optional.empty()
        : Optional.of(new Cursor(next));
  }

  @Override
  public String toString() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((MARK + first).getBytes(StandardCharsets.ISO_8859_1));
  }
}
