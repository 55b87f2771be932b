package org.haas.operation;

import java.util.UUID;
import java.util.function.Predicate;

/**
 * The right to work a queue, for a while. Extends itself when it is asked and half of it is over;
 * once lost it stays lost. Owned by one thread.
 *
 * <p>The end is a local, monotonic deadline that lies before the one in the database: it was
 * measured before the database was asked.
 */
public final class Claim {
  private final QueueId queue;
  private final UUID holder;
  private final long fence;
  private final long lengthNanos;
  private final Predicate<Claim> renewal;
  private long endNanos;
  private boolean lost;

  Claim(
      QueueId queue,
      UUID holder,
      long fence,
      long askedNanos,
      long lengthNanos,
      Predicate<Claim> renewal) {
    this.queue = queue;
    this.holder = holder;
    this.fence = fence;
    this.lengthNanos = lengthNanos;
    this.endNanos = askedNanos + lengthNanos;
    this.renewal = renewal;
  }

  /** Whether it still holds; asked before each line that is sent to hardware. */
  public boolean holds() {
    long now = System.nanoTime();
    if (!lost && endNanos - now < lengthNanos / 2) {
      lost = endNanos - now <= 0 || !renewal.test(this);
      endNanos = now + lengthNanos;
    }
    return !lost;
  }

  /** The queue. */
  public QueueId queue() {
    return queue;
  }

  /** The number that grows with each claim on the queue. */
  public long fence() {
    return fence;
  }

  UUID holder() {
    return holder;
  }
}
