package org.haas.operation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The queues that this instance works or is about to, and how to wake each worker. */
@ApplicationScoped
class Bells {
  private static final Duration LONGEST_START = Duration.ofSeconds(15);
  private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofMillis(20);

  private final Map<QueueId, Bell> bells = new ConcurrentHashMap<>();
  private volatile boolean closing;

  /** Wakes a waiting worker. A ring while he is not waiting is kept. */
  static final class Bell {
    private final Semaphore rings = new Semaphore(0);
    private final long hungNanos = System.nanoTime();
    private volatile boolean answered;

    /** Hung for a worker who never came: his job was not started, or died at its start. */
    boolean isForsaken() {
      return !answered && System.nanoTime() - hungNanos > LONGEST_START.toNanos();
    }

    void ring() {
      rings.release();
    }

    /** Whether it was rung since the last time that somebody asked. */
    boolean wasRung() {
      return rings.drainPermits() > 0;
    }

    void await(Duration longest) {
      try {
        if (rings.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
          rings.drainPermits();
        }
      } catch (InterruptedException stopping) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /**
   * Rings the queue's bell.
   *
   * @return whether there was no bell: the caller has to start a worker
   */
  boolean ring(QueueId queue) {
    boolean[] made = new boolean[1];
    bells
        .compute(
            queue,
            (id, hanging) -> {
              made[0] = hanging == null || hanging.isForsaken();
              return made[0] ? new Bell() : hanging;
            })
        .ring();
    return made[0];
  }

  /**
   * Asks every worker to give its queue back, and waits for them, some seconds at most: a queue
   * that is not given back is nobody's until its claim has run out.
   */
  void close() {
    closing = true;
    bells.values().forEach(Bell::ring);
    long from = System.nanoTime();
    while (!bells.isEmpty() && System.nanoTime() - from < LONGEST_FAREWELL.toNanos()) {
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  /** Whether this instance ends: no worker begins or goes on. */
  boolean areClosing() {
    return closing;
  }

  /** The bell of the worker who asks. */
  Bell of(QueueId queue) {
    Bell bell = bells.computeIfAbsent(queue, id -> new Bell());
    bell.answered = true;
    return bell;
  }

  void remove(QueueId queue, Bell bell) {
    bells.remove(queue, bell);
  }

  void remove(QueueId queue) {
    bells.remove(queue);
  }
}
