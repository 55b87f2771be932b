package org.haas.rest;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.haas.audit.AuditPosition;

/** A place in the audit trail, in a form that clients hand back and do not read. */
record AuditCursor(AuditPosition position) {

  /**
   * Reads what {@link #toString} wrote.
   *
   * @throws IllegalArgumentException anything else
   */
  static AuditCursor parse(String text) {
    try {
      byte[] plain = Base64.getUrlDecoder().decode(text);
      return new AuditCursor(AuditPosition.parse(new String(plain, StandardCharsets.ISO_8859_1)));
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException(
          "a cursor is what the field next of the page before said, unchanged.", wrong);
    }
  }

  @Override
  public String toString() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(position.toString().getBytes(StandardCharsets.ISO_8859_1));
  }
}
