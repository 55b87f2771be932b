package org.haas.console;

import static java.lang.System.Logger.Level.ERROR;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.haas.console.ConsoleEvent.Kind;
import org.haas.error.HaasException;
import org.haas.spi.BmcDriver.BmcConsole;
import org.haas.spi.DriverException;

/**
 * A hub's connection to the machine's controller, on one thread: reads until it breaks, then
 * connects again, with growing pauses, until it is ended.
 */
final class Connection {
  private static final System.Logger LOG = System.getLogger(Connection.class.getName());
  private static final int READ_BYTES = 8192;
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(10);
  private static final Duration SOONEST = Duration.ofMillis(500);

  private final ConsoleHub hub;
  private final Line line;
  private final BackOff backOff;
  private final CountDownLatch finished = new CountDownLatch(1);

  private BmcConsole console;
  private boolean over;
  private boolean hurry;
  private boolean everConnected;
  private String lastWords = "";

  Connection(ConsoleHub hub, Line line, Duration longestPause) {
    this.hub = hub;
    this.line = line;
    this.backOff = new BackOff(longestPause);
  }

  /** How an attempt ended. */
  private record Failure(DriverException.Kind kind, String words) {}

  void start(ThreadFactory threads) {
    Thread reader = threads.newThread(this::run);
    reader.setName("haas-console-" + hub.place().label());
    reader.start();
  }

  /** The console, while it is connected. */
  synchronized Optional<BmcConsole> console() {
    return Optional.ofNullable(console);
  }

  /** Somebody waits for it. */
  synchronized void hurry() {
    hurry = true;
    notifyAll();
  }

  /** Nothing more is read or sent, at once. Repeats safely. */
  void end() {
    BmcConsole open;
    synchronized (this) {
      over = true;
      open = console;
      notifyAll();
    }
    if (open != null) {
      open.close();
    }
  }

  /** Waits until the controller is let go; false when that took too long. */
  boolean awaitEnd(Duration longest) throws InterruptedException {
    return finished.await(longest.toNanos(), TimeUnit.NANOSECONDS);
  }

  private synchronized boolean isOver() {
    return over;
  }

  private void run() {
    try {
      while (!isOver()) {
        pause(attempt());
      }
    } finally {
      finished.countDown();
    }
  }

  /** Connects and reads until that fails; how long to wait then. */
  private BackOff.Pause attempt() {
    long begun = System.nanoTime();
    boolean[] connected = {false};
    Failure failure = tried(connected);
    synchronized (this) {
      console = null;
    }
    if (connected[0] && System.nanoTime() - begun > LONG_ENOUGH.toNanos()) {
      backOff.forget();
    }
    tell(connected[0], failure.words());
    return backOff.after(failure.kind());
  }

  private Failure tried(boolean[] connected) {
    try (BmcConsole open = line.open()) {
      connected[0] = true;
      if (begin(open)) {
        read(open);
      }
      return new Failure(DriverException.Kind.UNREACHABLE, "");
    } catch (DriverException failed) {
      return new Failure(failed.kind(), failed.getMessage());
    } catch (HaasException refused) {
      return new Failure(DriverException.Kind.REFUSED, refused.getMessage());
    } catch (RuntimeException unexpected) {
      LOG.log(ERROR, "the console of " + hub.place().described(), unexpected);
      return new Failure(DriverException.Kind.UNREACHABLE, "The server's log says why.");
    }
  }

  private boolean begin(BmcConsole open) {
    synchronized (this) {
      if (over) {
        return false;
      }
      console = open;
    }
    lastWords = "";
    hub.happened(everConnected ? Kind.RECONNECTED : Kind.CONNECTED, "");
    everConnected = true;
    hub.statusChanged();
    return true;
  }

  private void read(BmcConsole open) {
    byte[] buffer = new byte[READ_BYTES];
    for (int count = 0; count >= 0 && !isOver(); count = open.read(buffer)) {
      hub.heard(buffer, count);
    }
  }

  /** A failure that lasts is told once. */
  private void tell(boolean wasConnected, String words) {
    if (isOver()) {
      return;
    }
    if (wasConnected) {
      hub.happened(Kind.BROKEN, words);
      hub.statusChanged();
    } else if (!words.equals(lastWords)) {
      hub.happened(Kind.UNREACHABLE, words);
    }
    lastWords = words;
  }

  /** Waits. A new viewer shortens it, unless the controller may lock out who comes too often. */
  private synchronized void pause(BackOff.Pause pause) {
    long begun = System.nanoTime();
    hurry = false;
    try {
      for (long left = 1; left > 0 && !over; ) {
        boolean soon = hurry && !pause.refused() && pause.length().compareTo(SOONEST) > 0;
        left = (soon ? SOONEST : pause.length()).toNanos() - (System.nanoTime() - begun);
        if (left > 0) {
          TimeUnit.NANOSECONDS.timedWait(this, left);
        }
      }
    } catch (InterruptedException stopping) {
      over = true;
      Thread.currentThread().interrupt();
    }
  }
}
