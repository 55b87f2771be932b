package org.haas.rest;

import static java.lang.System.Logger.Level.DEBUG;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.haas.access.Caller;
import org.haas.operation.Change;

/**
 * One listener. Holds what he was not told yet, each thing once and a bounded number of them, and
 * is told so many times a second at most, so that many listeners cost little. Holds no thread while
 * there is nothing to tell.
 */
abstract class EventStream {
  private static final System.Logger LOG = System.getLogger(EventStream.class.getName());
  private static final Duration SILENCE = Duration.ofSeconds(15);
  private static final int MOST_WAITING = 64;

  private final Caller caller;
  private final EventChannel channel;
  private final ScheduledExecutorService executor;
  private final Duration pause;
  private final long endNanos;

  private final Set<Change> waiting = new LinkedHashSet<>();
  private boolean busy = true;
  private Future<?> next = CompletableFuture.completedFuture(null);
  private volatile boolean ended;
  private volatile long toldNanos;

  /** Somebody who is told again after such a pause at the soonest. */
  EventStream(
      Listener listener, EventChannel channel, ScheduledExecutorService executor, Duration pause) {
    this.caller = listener.caller();
    this.endNanos = System.nanoTime() + listener.length().toNanos();
    this.channel = channel;
    this.executor = executor;
    this.pause = pause;
    this.toldNanos = System.nanoTime();
  }

  /**
   * Who listens.
   *
   * @param length for how long
   */
  record Listener(Caller caller, Duration length) {}

  /** Whether the listener may have to be told something because of the change. Never waits. */
  abstract boolean concerns(Change change);

  /**
   * Tells him; nothing changed: shows that the connection lives.
   *
   * @throws RuntimeException the stream ends
   */
  abstract void tell(Set<Change> changes);

  /**
   * Tells him what is to be said first, and then everything that was offered since this was made.
   */
  void begin() {
    greet();
    free();
  }

  /** Says that from now on everything is told. */
  void greet() {
    channel.ready();
  }

  /** Has him told again soon, whatever changes. */
  final void again() {
    offer(Change.MISSED);
  }

  final Caller caller() {
    return caller;
  }

  final EventChannel channel() {
    return channel;
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
    if (ended || !concerns(change)) {
      return;
    }
    synchronized (this) {
      waiting.add(waiting.size() < MOST_WAITING ? change : Change.MISSED);
      work(pause.toNanos() - (System.nanoTime() - toldNanos));
    }
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
      next = executor.schedule(this::speak, Math.max(0, delayNanos), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException stopping) {
      busy = false;
    }
  }

  /** Whatever fails here ends the stream: the listener opens another, and looks again. */
  private void speak() {
    try {
      tell(batch());
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
      work(pause.toNanos());
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
