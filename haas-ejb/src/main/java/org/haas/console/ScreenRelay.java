package org.haas.console;

import static java.lang.System.Logger.Level.DEBUG;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.haas.error.HaasException;
import org.haas.spi.DriverException;
import org.haas.spi.HypervisorDriver.VmScreen;

/**
 * One open screen: its bytes both ways, unread, with bounds. What the machine sends waits in the
 * machine while the viewer does not take it; what the viewer sends waits here, up to a limit.
 */
final class ScreenRelay {
  private static final System.Logger LOG = System.getLogger(ScreenRelay.class.getName());
  private static final int READ_BYTES = 64 * 1024;
  private final ScreenPass pass;
  private final Patience patience;
  private final Supplier<VmScreen> line;
  private final ScreenViewer viewer;
  private final Runnable onEnd;
  private final Outbox outbox = new Outbox();
  private VmScreen screen;
  private boolean over;
  private volatile long heardNanos = System.nanoTime();
  private long pingedNanos = heardNanos;

  /**
   * How long to wait for a viewer.
   *
   * @param longest until he takes something, and says anything
   * @param ping after how long he is asked for a sign of life, each time
   */
  record Patience(Duration longest, Duration ping) {
    static final Patience USUAL = new Patience(Duration.ofMinutes(1), Duration.ofSeconds(20));
  }

  /**
   * Not begun yet.
   *
   * @param line opens the screen
   * @param onEnd called once when it is over
   */
  ScreenRelay(
      ScreenPass pass,
      Patience patience,
      Supplier<VmScreen> line,
      ScreenViewer viewer,
      Runnable onEnd) {
    this.pass = pass;
    this.patience = patience;
    this.line = line;
    this.viewer = viewer;
    this.onEnd = onEnd;
  }

  ScreenPass pass() {
    return pass;
  }

  /** Begins, on threads of its own. */
  void start(ThreadFactory threads) {
    Thread reader = threads.newThread(() -> run(threads));
    reader.setName("haas-screen-" + pass.place().label());
    reader.start();
  }

  /** The viewer sends this. Never waits. */
  void typed(byte[] bytes) {
    heard();
    if (!outbox.offer(bytes)) {
      end(false, "You send more than the machine takes.");
    }
  }

  /** The viewer lives. */
  void heard() {
    heardNanos = System.nanoTime();
  }

  /** Ends it at once: no byte passes any more. Repeats safely. */
  void end(boolean asExpected, String why) {
    VmScreen open;
    synchronized (this) {
      if (over) {
        return;
      }
      over = true;
      open = screen;
    }
    outbox.end();
    if (open != null) {
      open.close();
    }
    viewer.end(asExpected, why);
    onEnd.run();
  }

  private void run(ThreadFactory threads) {
    guarded(
        () -> {
          try (VmScreen open = line.get()) {
            if (begin(open)) {
              Thread writer = threads.newThread(() -> guarded(() -> write(open)));
              writer.setName("haas-screen-keys-" + pass.place().label());
              writer.start();
              read(open);
            }
          }
        });
    end(true, "The screen ended: the headnode does not run any more.");
  }

  private synchronized boolean begin(VmScreen open) {
    screen = open;
    return !over;
  }

  private void guarded(Runnable work) {
    try {
      work.run();
    } catch (DriverException | HaasException failed) {
      end(true, failed.getMessage());
    } catch (RuntimeException unexpected) {
      LOG.log(DEBUG, "the screen of " + pass.place().described(), unexpected);
      end(true, "The screen broke; open it again.");
    }
  }

  private void read(VmScreen open) {
    byte[] buffer = new byte[READ_BYTES];
    for (int count = 0; count >= 0 && !isOver(); count = open.read(buffer)) {
      if (count > 0) {
        send(Arrays.copyOf(buffer, count));
      }
      lookAtViewer();
    }
  }

  private void send(byte[] bytes) {
    try {
      viewer
          .send(bytes)
          .toCompletableFuture()
          .get(patience.longest().toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException slow) {
      end(false, "What the screen showed was not taken in time.");
    } catch (ExecutionException gone) {
      end(true, "The viewer is gone.");
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      end(true, "The server stops; open it again.");
    }
  }

  private void lookAtViewer() {
    long now = System.nanoTime();
    if (now - heardNanos > patience.longest().toNanos()) {
      end(false, "There was no sign of life.");
    } else if (now - pingedNanos > patience.ping().toNanos()) {
      pingedNanos = now;
      viewer.ping();
    }
  }

  private void write(VmScreen open) {
    for (byte[] next = outbox.take(); next.length > 0; next = outbox.take()) {
      open.write(next);
    }
  }

  private synchronized boolean isOver() {
    return over;
  }
}
