package org.haas.operation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.haas.config.HaasConfig;

/**
 * The queues of management controllers that wait for a turn in this instance, first come first
 * served. One whose last turn was slow, as a dead controller's is, gets one of a quarter of the
 * places only: however many are dead, the others have the rest.
 */
@ApplicationScoped
class Lineup {
  private static final int SHARE_OF_SLOW = 4;

  /** Not this object: CDI's proxy of a synchronized method is one too, and keeps its own lock. */
  private final Object door = new Object();

  private final Set<QueueId> prompt = new LinkedHashSet<>();
  private final Set<QueueId> late = new LinkedHashSet<>();
  private final Set<QueueId> slow = new HashSet<>();
  private final Set<QueueId> slowInTurn = new HashSet<>();
  private IntSupplier places;
  private int workers;
  private int idle;
  private boolean closed;

  /** For CDI's proxy. */
  protected Lineup() {}

  @Inject
  Lineup(HaasConfig config) {
    this(config::bmcParallel);
  }

  Lineup(IntSupplier places) {
    this.places = places;
  }

  /**
   * Puts a queue at the end.
   *
   * @return whether one more worker is to be started for it: he counts from now on, and begins with
   *     {@link #next}
   */
  boolean add(QueueId queue) {
    synchronized (door) {
      addAgain(queue);
      if (closed || idle >= prompt.size() + late.size() || workers >= places.getAsInt()) {
        return false;
      }
      workers++;
      return true;
    }
  }

  /** The same, by a worker who comes back to {@link #next} himself. */
  void addAgain(QueueId queue) {
    synchronized (door) {
      if (!closed) {
        (slow.contains(queue) ? late : prompt).add(queue);
        door.notify();
      }
    }
  }

  /**
   * The queue whose turn it is. Empty when none came for that long: the worker ends, and does not
   * count any more.
   */
  Optional<QueueId> next(Duration longest) {
    synchronized (door) {
      idle++;
      Optional<QueueId> next = Optional.empty();
      try {
        next = awaited(System.nanoTime() + longest.toNanos());
      } catch (InterruptedException stopping) {
        Thread.currentThread().interrupt();
      }
      idle--;
      workers -= next.isEmpty() ? 1 : 0;
      return next;
    }
  }

  private Optional<QueueId> awaited(long end) throws InterruptedException {
    synchronized (door) {
      Optional<QueueId> next = first();
      while (next.isEmpty() && !closed && end - System.nanoTime() > 0) {
        TimeUnit.NANOSECONDS.timedWait(door, end - System.nanoTime());
        next = first();
      }
      return next;
    }
  }

  private Optional<QueueId> first() {
    boolean place = slowInTurn.size() < Math.max(1, places.getAsInt() / SHARE_OF_SLOW);
    Set<QueueId> from = place && !late.isEmpty() ? late : prompt;
    Optional<QueueId> first = from.stream().findFirst();
    first.ifPresent(
        queue -> {
          from.remove(queue);
          if (from == late) {
            slowInTurn.add(queue);
          }
        });
    return first;
  }

  /** The queue had its turn. */
  void done(QueueId queue, boolean wasSlow) {
    synchronized (door) {
      slowInTurn.remove(queue);
      if (wasSlow) {
        slow.add(queue);
      } else {
        slow.remove(queue);
      }
      door.notify();
    }
  }

  /** Nobody gets a turn any more; answers who waited. */
  List<QueueId> close() {
    synchronized (door) {
      closed = true;
      List<QueueId> left = new ArrayList<>(prompt);
      left.addAll(late);
      prompt.clear();
      late.clear();
      door.notifyAll();
      return left;
    }
  }
}
