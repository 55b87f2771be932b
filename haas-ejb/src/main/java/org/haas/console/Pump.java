package org.haas.console;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.WARNING;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Carries what there is to one viewer: one message on its way at a time, some fifty times a second
 * at most. Holds no thread while there is nothing to carry or the viewer does not take it.
 */
final class Pump {
  private static final System.Logger LOG = System.getLogger(Pump.class.getName());
  private static final Duration PAUSE = Duration.ofMillis(20);
  private static final Duration LAST_WORD = Duration.ofSeconds(1);

  private final ConsoleViewer viewer;
  private final ScheduledExecutorService executor;
  private Seat seat;
  private boolean busy = true;
  private boolean again;
  private boolean ended;
  private boolean ending;
  private long carriedNanos;
  private volatile Future<?> next = CompletableFuture.completedFuture(null);
  private volatile Future<?> lastWord = next;

  Pump(ConsoleViewer viewer, ScheduledExecutorService executor) {
    this.viewer = viewer;
    this.executor = executor;
    this.carriedNanos = System.nanoTime() - PAUSE.toNanos();
  }

  /** Takes the seat that the function gives to who calls {@link #wake}, and begins. */
  Seat begin(Function<Runnable, Seat> joining) {
    Seat taken = joining.apply(this::wake);
    synchronized (this) {
      seat = taken;
    }
    free();
    return taken;
  }

  /** There is something to carry. Never waits. */
  private synchronized void wake() {
    if (ended) {
      return;
    }
    if (seat != null && seat.isEnding() && !ending) {
      ending = true;
      lastWord = schedule(this::end, LAST_WORD.toNanos());
    }
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    next = schedule(this::carry, PAUSE.toNanos() - (System.nanoTime() - carriedNanos));
  }

  private Future<?> schedule(Runnable task, long delayNanos) {
    try {
      return executor.schedule(task, Math.max(0, delayNanos), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException stopping) {
      return CompletableFuture.failedFuture(stopping);
    }
  }

  /** Whatever fails here ends the viewer's connection: he opens another. */
  private void carry() {
    try {
      for (Optional<ConsoleEvent> event = seat.next(); event.isPresent(); event = seat.next()) {
        CompletableFuture<Void> sent = viewer.send(event.get()).toCompletableFuture();
        if (!sent.isDone()) {
          next = sent.whenComplete((done, failed) -> goOn(failed));
          return;
        }
        sent.join();
      }
      free();
    } catch (RuntimeException failed) {
      gone(failed);
    }
  }

  private void goOn(Throwable failed) {
    if (failed == null) {
      next = schedule(this::carry, 0);
    } else {
      gone(failed);
    }
  }

  private void gone(Throwable failed) {
    LOG.log(DEBUG, "a viewer of a console is gone", failed);
    end();
  }

  private void free() {
    if (seat.isOver()) {
      end();
      return;
    }
    synchronized (this) {
      carriedNanos = System.nanoTime();
      busy = false;
      if (again) {
        again = false;
        wake();
      }
    }
  }

  /** Lets the viewer go and gives the seat up. Repeats safely. */
  void end() {
    synchronized (this) {
      if (ended) {
        return;
      }
      ended = true;
    }
    lastWord.cancel(false);
    next.cancel(false);
    try {
      viewer.end();
    } catch (RuntimeException failed) {
      LOG.log(WARNING, "a viewer of a console could not be let go", failed);
    }
    seat.close();
  }
}
