package org.haas.driver.ssh;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/** What a channel says, until somebody reads it; whoever writes too much waits. */
final class SshOutput extends OutputStream {
  private static final int MOST = 64 << 10;

  private final byte[] ring = new byte[MOST];
  private int first;
  private int held;
  private boolean closed;

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] from, int offset, int length) throws IOException {
    for (int at = offset; at < offset + length; at++) {
      awaitRoom();
      if (closed) {
        throw new IOException("nobody listens any more");
      }
      ring[(first + held++) % MOST] = from[at];
    }
    notifyAll();
  }

  private synchronized void awaitRoom() throws IOException {
    try {
      while (held == MOST && !closed) {
        notifyAll();
        wait();
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IOException("the server is stopping", stopping);
    }
  }

  /** What has come, after waiting so long; 0 when nothing has, -1 when it was closed. */
  synchronized int take(byte[] into, Duration atMost) throws InterruptedException {
    long deadline = System.nanoTime() + atMost.toNanos();
    long left = atMost.toMillis();
    while (held == 0 && !closed && left > 0) {
      wait(left);
      left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
    }
    if (held == 0) {
      return closed ? -1 : 0;
    }
    int length = Math.min(into.length, held);
    for (int i = 0; i < length; i++) {
      into[i] = ring[(first + i) % MOST];
    }
    first = (first + length) % MOST;
    held -= length;
    notifyAll();
    return length;
  }

  @Override
  public synchronized void close() {
    closed = true;
    notifyAll();
  }
}
