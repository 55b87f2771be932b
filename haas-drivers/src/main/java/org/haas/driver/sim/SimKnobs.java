package org.haas.driver.sim;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.haas.spi.PortName;

/** How one simulated switch misbehaves; {@link #reset} makes it well. Thread-safe. */
final class SimKnobs {
  private static final long NO_CUT = Long.MAX_VALUE;

  private final Set<PortName> refused = ConcurrentHashMap.newKeySet();
  private final AtomicLong bytesLeft = new AtomicLong(NO_CUT);
  private volatile Duration delay = Duration.ZERO;
  private volatile boolean hanging;
  private volatile boolean garbage;

  void reset() {
    refused.clear();
    bytesLeft.set(NO_CUT);
    delay = Duration.ZERO;
    hanging = false;
    garbage = false;
  }

  void delay(Duration time) {
    delay = time;
  }

  Duration delay() {
    return delay;
  }

  void refuse(PortName port) {
    refused.add(port);
  }

  boolean refuses(PortName port) {
    return refused.contains(port);
  }

  void hang(boolean on) {
    hanging = on;
  }

  boolean hanging() {
    return hanging;
  }

  void garbage(boolean on) {
    garbage = on;
  }

  boolean garbage() {
    return garbage;
  }

  void cutAfter(long bytes) {
    bytesLeft.set(bytes);
  }

  /**
   * How many of the bytes may still be sent. Fewer than asked: the connection breaks after them,
   * and the knob is spent, so that the next connection lives.
   */
  int allowed(int bytes) {
    if (bytesLeft.get() == NO_CUT) {
      return bytes;
    }
    long left = bytesLeft.getAndAdd(-bytes);
    if (left >= bytes) {
      return bytes;
    }
    bytesLeft.set(NO_CUT);
    return (int) Math.max(left, 0);
  }
}
