package org.haas.operation;

import java.time.Duration;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** Claims on a queue without a database. */
public final class Claims {
  private static final long FENCE = 7;

  private Claims() {}

  /** A claim that holds for ever. */
  public static Claim on(QueueId queue) {
    return askedBefore(queue, Duration.ZERO, Duration.ofHours(1), () -> true);
  }

  /** A claim of that length that was asked for some time ago. */
  static Claim askedBefore(QueueId queue, Duration ago, Duration length, BooleanSupplier renewal) {
    return new Claim(
        queue,
        UUID.randomUUID(),
        FENCE,
        System.nanoTime() - ago.toNanos(),
        length.toNanos(),
        claim -> renewal.getAsBoolean());
  }
}
