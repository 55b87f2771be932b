package org.haas.console;

import java.time.Instant;
import java.util.Optional;
import org.haas.console.ConsoleEvent.Notice;

/**
 * What a viewer has seen, at one hub after the other, so that he can go on where he was. Not
 * thread-safe.
 */
final class Trail {
  private Optional<Position> seen = Optional.empty();
  private Instant lastNotice = Instant.MIN;
  private boolean again;

  /** Up to where; empty: he has not begun. */
  Optional<Position> seen() {
    return seen;
  }

  /**
   * What follows begins there.
   *
   * @return whether it is the hub where he was
   */
  boolean begin(Position at) {
    again = seen.filter(before -> before.hub().equals(at.hub())).isPresent();
    seen = Optional.of(at);
    return again;
  }

  void add(long bytes) {
    seen = seen.map(before -> before.after(bytes));
  }

  /** Whether it is news: notices at the byte where he was are told again. */
  boolean add(Notice notice) {
    again &= !notice.at().isAfter(lastNotice);
    if (!again) {
      lastNotice = notice.at();
    }
    return !again;
  }
}
