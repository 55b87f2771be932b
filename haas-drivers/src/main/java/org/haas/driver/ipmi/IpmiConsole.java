package org.haas.driver.ipmi;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.haas.driver.ipmi.IpmiAnswer.Failure;
import org.haas.spi.BmcDriver.BmcConsole;
import org.haas.spi.DriverException;

/**
 * A serial console by ipmitool. Pipes cannot be waited for with a time limit but by a thread of
 * one's own, so this one looks: often while something happens, else ten times a second.
 */
final class IpmiConsole implements BmcConsole {
  private static final Duration WAIT = Duration.ofSeconds(1);
  private static final Duration BRISK = Duration.ofMillis(15);
  private static final Duration IDLE = Duration.ofMillis(100);
  private static final Duration STAYS_BRISK = Duration.ofSeconds(2);

  private final Ipmitool tool;
  private final int cipher;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final ReentrantLock keyboard = new ReentrantLock();
  private final Semaphore wake = new Semaphore(0);
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private volatile SolProcess process;
  private volatile boolean restarting;
  private volatile long lastActive = System.nanoTime();
  private volatile Runnable whenClosed = () -> {};
  private SolKeys keys = new SolKeys();

  IpmiConsole(Ipmitool tool, int cipher, long deadline) {
    this.tool = tool;
    this.cipher = cipher;
    this.process = SolProcess.start(tool, cipher, deadline);
  }

  void whenClosed(Runnable step) {
    whenClosed = step;
  }

  @Override
  public int read(byte[] into) {
    long deadline = System.nanoTime() + WAIT.toNanos();
    try {
      while (!closed.get()) {
        boolean over = !process.isAlive() && !restarting;
        int length = take(into);
        if (length > 0) {
          lastActive = System.nanoTime();
          return length;
        }
        if (over) {
          return ended();
        }
        if (System.nanoTime() - deadline >= 0) {
          return 0;
        }
        nap();
      }
      return -1;
    } catch (IOException gone) {
      return closed.get() ? -1 : ended();
    }
  }

  private int take(byte[] into) throws IOException {
    synchronized (kept) {
      kept.writeBytes(process.read());
      byte[] all = kept.toByteArray();
      int length = Math.min(all.length, into.length);
      System.arraycopy(all, 0, into, 0, length);
      kept.reset();
      kept.writeBytes(Arrays.copyOfRange(all, length, all.length));
      return length;
    }
  }

  /** Somebody took the console, or the connection broke. */
  private int ended() {
    IpmiAnswer answer = process.answer();
    boolean byUs = closed.get();
    close();
    if (!byUs && answer.failure() == Failure.SILENCE) {
      throw tool.unreachable(
          "broke the connection of its console (ipmitool: %s)"
              .formatted(tool.hidden(answer.words())),
          null);
    }
    return -1;
  }

  private void nap() {
    boolean brisk = System.nanoTime() - lastActive < STAYS_BRISK.toNanos();
    try {
      if (wake.tryAcquire((brisk ? BRISK : IDLE).toMillis(), TimeUnit.MILLISECONDS)) {
        wake.drainPermits();
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw tool.unreachable("was left, as the server is stopping", stopping);
    }
  }

  @Override
  public void write(byte[] typed) {
    keyboard.lock();
    try {
      process.write(keys.encoded(typed));
      stir();
    } catch (IOException broken) {
      throw broken(broken);
    } finally {
      keyboard.unlock();
    }
  }

  /**
   * {@inheritDoc} ipmitool takes that command after Enter only. In the middle of a line it is begun
   * anew, as the tenant's line is not ours to end; what the machine says meanwhile may be lost.
   */
  @Override
  public void sendBreak() {
    keyboard.lock();
    try {
      if (!keys.atLineStart()) {
        restart();
      }
      process.sendBreak();
      stir();
    } catch (IOException broken) {
      throw broken(broken);
    } finally {
      keyboard.unlock();
    }
  }

  private void restart() throws IOException {
    restarting = true;
    try {
      process.leave();
      synchronized (kept) {
        kept.writeBytes(process.read());
      }
      process.kill();
      SolProcess next = SolProcess.start(tool, cipher, tool.deadline());
      synchronized (kept) {
        process = next;
      }
      keys = new SolKeys();
      if (closed.get()) {
        next.kill();
      }
    } finally {
      restarting = false;
    }
  }

  private void stir() {
    lastActive = System.nanoTime();
    wake.release();
  }

  private DriverException broken(IOException cause) {
    return tool.unreachable(
        closed.get() ? "has no console any more: it was closed" : "broke its console", cause);
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      stir();
      whenClosed.run();
      leave();
    }
  }

  /** Orderly, unless a writer is stuck: then only the end of the process frees it. */
  private void leave() {
    if (keyboard.tryLock()) {
      try {
        process.leave();
        process.kill();
      } finally {
        keyboard.unlock();
      }
    } else {
      process.kill();
    }
  }

  /** Ends it without giving the console back, which is another's by now. */
  void abandon() {
    if (closed.compareAndSet(false, true)) {
      stir();
      process.kill();
    }
  }
}
