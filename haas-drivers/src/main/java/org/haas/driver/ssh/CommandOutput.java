package org.haas.driver.ssh;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What a command says, up to some megabytes. Written by JSch's reader, read when it has ended. */
final class CommandOutput extends OutputStream {
  private static final int MOST_BYTES = 8 << 20;
  private static final int POLL_MILLIS = 2;
  private static final int FIRST_POLL_MILLIS = 20;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean overflowed;

  @Override
  public synchronized void write(int one) {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] from, int offset, int length) {
    if (bytes.size() + length > MOST_BYTES) {
      overflowed = true;
      return;
    }
    bytes.write(from, offset, length);
  }

  /** Waits a moment; for less when the command has closed its output, as its exit code is near. */
  void awaitEnd() throws InterruptedException {
    if (ended.await(FIRST_POLL_MILLIS, TimeUnit.MILLISECONDS)) {
      Thread.sleep(POLL_MILLIS);
    }
  }

  boolean overflowed() {
    return overflowed;
  }

  synchronized String text() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    ended.countDown();
  }
}
