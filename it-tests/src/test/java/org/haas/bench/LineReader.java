package org.haas.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.haas.it.Api;

/**
 * Somebody who reads a console over HTTP, on a thread of its own, and sees whether its numbered
 * lines come without a gap.
 */
final class LineReader implements AutoCloseable {
  private static final int LINE_BYTES = 50;
  private static final int NUMBER_END = 11;
  private static final int OK = 200;
  private static final long PAUSE_NANOS = 10_000_000;

  private final InputStream body;
  private final Thread thread = new Thread(this::read, "console-reader");
  private final byte[] line = new byte[LINE_BYTES];
  private int length;
  private volatile boolean connected;
  private final AtomicLong bytes = new AtomicLong();
  private volatile long last;
  private volatile String wrong = "";

  LineReader(Api member, String path) {
    try {
      var answer = member.stream(path);
      Door.require(answer.statusCode(), OK);
      body = answer.body();
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
    thread.setDaemon(true);
    thread.start();
  }

  private void read() {
    byte[] buffer = new byte[16 * 1024];
    try {
      for (int count = 0; count >= 0; count = body.read(buffer)) {
        for (int i = 0; i < count; i++) {
          take(buffer[i]);
        }
        bytes.addAndGet(count);
      }
    } catch (IOException closed) {
      wrong = wrong.isEmpty() ? "it ended" : wrong;
    }
  }

  /** What is no numbered line is the machine's start, or HaaS says it: {@code [HaaS}. */
  private void take(byte next) {
    if (next != '\n') {
      line[Math.min(length, LINE_BYTES - 1)] = next;
      length++;
      return;
    }
    if (length == LINE_BYTES - 1 && line[0] == '#') {
      long number = Long.parseLong(new String(line, 1, NUMBER_END - 1, StandardCharsets.US_ASCII));
      if (number != last + 1 && wrong.isEmpty()) {
        wrong = "after line %d came %d".formatted(last, number);
      }
      last = number;
    }
    connected |= line[0] == '[';
    length = 0;
  }

  /**
   * Waits until HaaS says that the console is connected: what the controller kept is read away by
   * then.
   */
  void awaitConnected() {
    while (!connected && wrong.isEmpty()) {
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  /** All bytes so far. */
  long bytes() {
    return bytes.get();
  }

  /** Waits until that line came, if it comes in time. */
  void awaitLine(long number, long endNanos) {
    while (last < number && wrong.isEmpty() && System.nanoTime() - endNanos < 0) {
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  /** Whether each line from the first to that one came, in order. */
  boolean hasAllUntil(long number) {
    return wrong.isEmpty() && last == number;
  }

  @Override
  public void close() {
    try {
      body.close();
    } catch (IOException gone) {
      throw new IllegalStateException(gone);
    }
  }
}
