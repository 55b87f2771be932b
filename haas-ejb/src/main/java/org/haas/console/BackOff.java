package org.haas.console;

import java.time.Duration;
import org.haas.spi.DriverException;

/**
 * How long to wait before connecting again: half a second, then twice as long each time. After a
 * refusal much longer, because controllers lock out who comes with a wrong password again and
 * again. Owned by one thread.
 */
final class BackOff {
  private static final Duration FIRST = Duration.ofMillis(500);
  private static final Duration FIRST_REFUSED = Duration.ofSeconds(10);
  private static final Duration LONGEST_REFUSED = Duration.ofMinutes(5);

  private final Duration longest;
  private Duration next = FIRST;

  BackOff(Duration longest) {
    this.longest = longest;
  }

  /**
   * A wait.
   *
   * @param refused the controller answered, and did not let us in
   */
  record Pause(Duration length, boolean refused) {}

  /** The connection was good: a new failure is a new story. */
  void forget() {
    next = FIRST;
  }

  /** The pause after a failure of that kind. */
  Pause after(DriverException.Kind kind) {
    boolean refused =
        kind == DriverException.Kind.REFUSED || kind == DriverException.Kind.HOST_KEY_CHANGED;
    Duration wanted = refused ? longer(next, FIRST_REFUSED) : next;
    Duration length = shorter(wanted, refused ? LONGEST_REFUSED : longest);
    next = length.multipliedBy(2);
    return new Pause(length, refused);
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
