package org.haas.audit;

import java.time.Instant;
import java.time.format.DateTimeParseException;

/** A place in the trail: between an event and the next older one. */
public record AuditPosition(Instant at, long id) {
  private static final char SEPARATOR = '/';

  /**
   * Reads {@link #toString}'s form.
   *
   * @throws IllegalArgumentException with a sentence, anything else
   */
  public static AuditPosition parse(String text) {
    int separator = text.indexOf(SEPARATOR);
    try {
      Instant at = Instant.parse(text.substring(0, Math.max(separator, 0)));
      return new AuditPosition(
          AuditQuery.checked(at), Long.parseLong(text.substring(separator + 1)));
    } catch (DateTimeParseException | NumberFormatException wrong) {
      throw new IllegalArgumentException("this is no place in the audit trail.", wrong);
    }
  }

  @Override
  public String toString() {
    return at.toString() + SEPARATOR + id;
  }
}
