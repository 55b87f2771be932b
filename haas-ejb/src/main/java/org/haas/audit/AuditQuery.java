package org.haas.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * Which part of the trail, newest first.
 *
 * @param actor who, exactly
 * @param action what: {@code node.reserve}, or all that begin so: {@code node}
 * @param project whose, exactly
 * @param target on what, exactly
 * @param from not before
 * @param until before that
 * @param after only what is older than that place
 * @param limit how many at most, 1 to {@link #MAX_LIMIT}
 */
public record AuditQuery(
    Optional<String> actor,
    Optional<String> action,
    Optional<String> project,
    Optional<String> target,
    Optional<Instant> from,
    Optional<Instant> until,
    Optional<AuditPosition> after,
    int limit) {
  /** The most that one part holds. */
  public static final int MAX_LIMIT = 1000;

  private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException with a sentence, out of range
   */
  public AuditQuery {
    from.ifPresent(AuditQuery::checked);
    until.ifPresent(AuditQuery::checked);
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("The limit is a number from 1 to 1000.");
    }
  }

  /** A moment that the database can hold. */
  static Instant checked(Instant moment) {
    if (moment.isBefore(FIRST) || moment.isAfter(LAST)) {
      throw new IllegalArgumentException("A time is from 1970 to 9999.");
    }
    return moment;
  }
}
