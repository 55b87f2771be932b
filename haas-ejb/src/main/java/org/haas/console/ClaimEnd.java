package org.haas.console;

/** Until when this instance may speak to a controller, by its own monotonic clock. */
final class ClaimEnd {
  private volatile long nanos;

  ClaimEnd(long nanos) {
    this.nanos = nanos;
  }

  boolean isAhead() {
    return nanos - System.nanoTime() > 0;
  }

  void move(long to) {
    nanos = to;
  }
}
