package org.haas.console;

import java.util.ArrayDeque;
import java.util.Deque;

/** Bytes that wait to be sent to a machine, at most so many. Thread-safe. */
final class Outbox {
  static final int MOST_BYTES = 256 * 1024;
  private static final byte[] NOTHING = new byte[0];

  private final Deque<byte[]> waiting = new ArrayDeque<>();
  private int bytes;
  private boolean over;

  /** Takes them; false when too many wait already. Never waits. */
  synchronized boolean offer(byte[] more) {
    if (over || more.length == 0) {
      return true;
    }
    if (bytes + more.length > MOST_BYTES) {
      return false;
    }
    bytes += more.length;
    waiting.addLast(more.clone());
    notifyAll();
    return true;
  }

  /** Waits for the next; none when it is over. */
  synchronized byte[] take() {
    try {
      while (waiting.isEmpty() && !over) {
        wait();
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      over = true;
    }
    if (over) {
      return NOTHING;
    }
    byte[] next = waiting.removeFirst();
    bytes -= next.length;
    return next;
  }

  /** Forgets what was not taken yet. */
  synchronized void end() {
    over = true;
    waiting.clear();
    notifyAll();
  }
}
