package org.haas.driver.sim;

import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** How long a simulated device lets its peer wait for an answer. */
final class SimPace {
  private static final Duration HANG_POLL = Duration.ofMillis(20);

  private SimPace() {}

  /**
   * Returns when it is time to do what was asked and to answer.
   *
   * @throws EOFException the peer no longer waits, or the device hung: nothing is to be done
   */
  static void await(LineConnection connection, Duration delay, BooleanSupplier hanging)
      throws IOException {
    if (!delay.isZero()) {
      connection.awaitSilence(System.nanoTime() + delay.toNanos());
    }
    boolean hung = hanging.getAsBoolean();
    while (hanging.getAsBoolean()) {
      connection.awaitSilence(System.nanoTime() + HANG_POLL.toNanos());
    }
    if (hung) {
      throw new EOFException("it hung");
    }
  }
}
