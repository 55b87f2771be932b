package org.haas.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.haas.spi.BmcDriver.BmcConsole;
import org.haas.spi.DriverException;

/** A machine that says what it is told to say. */
final class ConsoleInMemory implements Line {
  private static final byte[] END = new byte[0];

  private final BlockingQueue<byte[]> output = new LinkedBlockingQueue<>();
  private final ByteArrayOutputStream typed = new ByteArrayOutputStream();
  private final AtomicInteger opened = new AtomicInteger();
  private final AtomicInteger open = new AtomicInteger();
  private volatile DriverException refusal;
  private volatile DriverException deaf;

  void say(String text) {
    output.add(text.getBytes(UTF_8));
  }

  void say(byte[] bytes) {
    output.add(bytes);
  }

  /** The connection ends. */
  void hangUp() {
    output.add(END);
  }

  /** Cannot be connected any more; null: can be again. */
  void refuse(DriverException words) {
    refusal = words;
  }

  /** Takes no keys any more. */
  void takesNoKeys(DriverException words) {
    deaf = words;
  }

  synchronized String typed() {
    return typed.toString(UTF_8);
  }

  int timesOpened() {
    return opened.get();
  }

  int openNow() {
    return open.get();
  }

  @Override
  public BmcConsole open() {
    opened.incrementAndGet();
    if (refusal != null) {
      throw refusal;
    }
    open.incrementAndGet();
    return new Wire();
  }

  private final class Wire implements BmcConsole {
    private volatile boolean closed;

    @Override
    public int read(byte[] into) {
      byte[] next = closed ? END : poll();
      if (next == null) {
        return 0;
      }
      if (next.length == 0) {
        return -1;
      }
      System.arraycopy(next, 0, into, 0, next.length);
      return next.length;
    }

    private byte[] poll() {
      try {
        return output.poll(20, TimeUnit.MILLISECONDS);
      } catch (InterruptedException stopping) {
        Thread.currentThread().interrupt();
        return END;
      }
    }

    @Override
    public void write(byte[] keys) {
      if (deaf != null) {
        throw deaf;
      }
      synchronized (ConsoleInMemory.this) {
        typed.writeBytes(keys);
      }
    }

    @Override
    public void sendBreak() {
      write("<BREAK>".getBytes(UTF_8));
    }

    @Override
    public void close() {
      if (!closed) {
        closed = true;
        open.decrementAndGet();
      }
    }
  }
}
