package org.haas.console;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Sends keys in their order on a thread of its own, so that a controller that hangs holds up nobody
 * who types. The thread is there while somebody types.
 */
final class Typist {
  /** Stands for the line condition in the queue of keys. */
  static final byte[] BREAK = new byte[0];

  private static final int MOST_BYTES = 64 * 1024;
  private static final Duration IDLE = Duration.ofSeconds(5);

  private final ThreadFactory threads;
  private final Consumer<Keys> sender;
  private final Deque<Keys> waiting = new ArrayDeque<>();
  private int bytes;
  private boolean running;
  private boolean over;

  /** Keys, and who typed them. */
  static final class Keys {
    private final Seat seat;
    private final byte[] bytes;

    Keys(Seat seat, byte[] bytes) {
      this.seat = seat;
      this.bytes = bytes;
    }

    Seat seat() {
      return seat;
    }

    byte[] bytes() {
      return bytes;
    }

    boolean isBreak() {
      return bytes.length == 0;
    }
  }

  Typist(ThreadFactory threads, Consumer<Keys> sender) {
    this.threads = threads;
    this.sender = sender;
  }

  /** Takes keys to be sent soon; false when there are too many already. Never waits. */
  synchronized boolean offer(Keys typed) {
    if (over || bytes + typed.bytes().length > MOST_BYTES) {
      return false;
    }
    bytes += typed.bytes().length;
    waiting.addLast(typed);
    if (running) {
      notifyAll();
    } else {
      running = true;
      threads.newThread(this::run).start();
    }
    return true;
  }

  /** Forgets what was not sent yet. */
  synchronized void clear() {
    waiting.clear();
    bytes = 0;
  }

  /** Sends nothing more. */
  synchronized void end() {
    over = true;
    clear();
    notifyAll();
  }

  private void run() {
    for (Keys keys = take(); keys != null; keys = take()) {
      sender.accept(keys);
    }
  }

  private synchronized Keys take() {
    long end = System.nanoTime() + IDLE.toNanos();
    try {
      for (long left = 1; left > 0 && waiting.isEmpty() && !over; ) {
        left = end - System.nanoTime();
        TimeUnit.NANOSECONDS.timedWait(this, Math.max(1, left));
      }
    } catch (InterruptedException stopping) {
      over = true;
    }
    Keys next = over ? null : waiting.pollFirst();
    if (next == null) {
      running = false;
      return null;
    }
    bytes -= next.bytes().length;
    return next;
  }
}
