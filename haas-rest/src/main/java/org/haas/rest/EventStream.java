package org.haas.rest;

import static java.lang.System.Logger.Level.DEBUG;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.haas.access.Caller;
import org.haas.operation.Change;
import org.haas.operation.ChangeView;
import org.haas.operation.Sight;

/**
 * One listener. Holds what he was not told yet, each thing once and a bounded number of them, and
 * is told at most some twenty times a second, so that many listeners cost little. Holds no thread
 * while there is nothing to tell.
 */
final class EventStream {
  private static final System.Logger LOG = System.getLogger(EventStream.class.getName());
  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final Duration SILENCE = Duration.ofSeconds(15);
  private static final int MOST_WAITING = 64;

  private final Caller caller;
  private final Optional<Change.Kind> kind;
  private final EventChannel channel;
  private final Sight sight;
  private final ScheduledExecutorService executor;
  private final long endNanos;

  private final Set<Change> waiting = new LinkedHashSet<>();
  private boolean busy = true;
  private Future<?> next = CompletableFuture.completedFuture(null);
  private volatile boolean ended;
  private volatile long toldNanos;

  EventStream(
      Listener listener, EventChannel channel, Sight sight, ScheduledExecutorService executor) {
    this.caller = listener.caller();
    this.kind = listener.kind();
    this.endNanos = System.nanoTime() + listener.length().toNanos();
    this.channel = channel;
    this.sight = sight;
    this.executor = executor;
    this.toldNanos = System.nanoTime();
  }

  /**
   * Who listens.
   *
   * @param kind to what; empty: to everything
   * @param length for how long
   */
  record Listener(Caller caller, Optional<Change.Kind> kind, Duration length) {}

  /** Tells him so, and then everything that was offered since this was made. */
  void begin() {
    channel.ready();
    free();
  }

  boolean isOf(Caller somebody) {
    return caller.subject().equals(somebody.subject()) && caller.issuer().equals(somebody.issuer());
  }

  /** Whether it can be forgotten: the time is over, or the listener went away. */
  boolean isOver() {
    return ended || System.nanoTime() - endNanos >= 0;
  }

  /** Takes a change to be told soon. Never waits. */
  void offer(Change change) {
    if (ended || !concerns(change) || sight.isNothing(caller, change)) {
      return;
    }
    synchronized (this) {
      waiting.add(waiting.size() < MOST_WAITING ? change : Change.MISSED);
      work(PAUSE.toNanos() - (System.nanoTime() - toldNanos));
    }
  }

  private boolean concerns(Change change) {
    return kind.isEmpty() || change.kind() == Change.Kind.MISSED || change.kind() == kind.get();
  }

  /** Sends a sign of life, if nothing was sent for long. Never waits. */
  synchronized void beat() {
    if (System.nanoTime() - toldNanos > SILENCE.toNanos()) {
      work(0);
    }
  }

  private void work(long delayNanos) {
    if (busy || ended) {
      return;
    }
    busy = true;
    try {
      next = executor.schedule(this::tell, Math.max(0, delayNanos), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException stopping) {
      busy = false;
    }
  }

  /** Whatever fails here ends the stream: the listener opens another, and looks again. */
  private void tell() {
    try {
      Set<Change> batch = batch();
      if (batch.isEmpty()) {
        channel.beat();
      }
      for (ChangeView view : sight.tell(caller, batch)) {
        if (kind.isEmpty() || kind.get() == view.kind()) {
          channel.tell(view);
        }
      }
      free();
    } catch (RuntimeException gone) {
      LOG.log(DEBUG, "a listener is gone", gone);
      end();
    }
  }

  private synchronized Set<Change> batch() {
    Set<Change> batch = new LinkedHashSet<>(waiting);
    waiting.clear();
    return batch;
  }

  private synchronized void free() {
    toldNanos = System.nanoTime();
    busy = false;
    if (!waiting.isEmpty()) {
      work(PAUSE.toNanos());
    }
  }

  /** Ends the stream. Repeats safely. */
  void end() {
    ended = true;
    synchronized (this) {
      next.cancel(false);
    }
    try {
      channel.end();
    } catch (RuntimeException gone) {
      LOG.log(DEBUG, "a listener was gone before the end", gone);
    }
  }
}
