package org.haas.console;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.haas.spi.HypervisorDriver.VmScreen;

/** A machine's screen whose bytes a test decides; {@link #hang} stops it from taking any. */
final class ScreenInMemory implements VmScreen {
  private final BlockingQueue<byte[]> shown = new LinkedBlockingQueue<>();
  private final StringBuilder heard = new StringBuilder();
  private final AtomicInteger reads = new AtomicInteger();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile boolean hanging;

  void show(String text) {
    shown.add(text.getBytes(StandardCharsets.US_ASCII));
  }

  void hang() {
    hanging = true;
  }

  synchronized String heard() {
    return heard.toString();
  }

  /** How often bytes were taken. */
  int taken() {
    return reads.get();
  }

  boolean isClosed() {
    return closed.getCount() == 0;
  }

  @Override
  public int read(byte[] into) {
    try {
      byte[] next = shown.poll(20, TimeUnit.MILLISECONDS);
      if (isClosed()) {
        return -1;
      }
      if (next == null) {
        return 0;
      }
      reads.incrementAndGet();
      System.arraycopy(next, 0, into, 0, next.length);
      return next.length;
    } catch (InterruptedException stopping) {
      return -1;
    }
  }

  @Override
  public void write(byte[] bytes) {
    try {
      if (hanging) {
        closed.await();
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
    synchronized (this) {
      heard.append(new String(bytes, StandardCharsets.US_ASCII));
    }
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
