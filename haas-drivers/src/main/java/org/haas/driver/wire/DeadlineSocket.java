package org.haas.driver.wire;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** A socket of which all that is read has to come before one moment, even in drops. */
final class DeadlineSocket extends Socket {
  private volatile long deadline;

  DeadlineSocket(long deadline) {
    this.deadline = deadline;
  }

  /** In {@link System#nanoTime} terms. */
  void deadline(long moment) {
    deadline = moment;
  }

  int millisLeft() throws SocketTimeoutException {
    long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
    if (left <= 0) {
      throw new SocketTimeoutException("no answer in time");
    }
    return (int) Math.min(left, Integer.MAX_VALUE);
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return new FilterInputStream(super.getInputStream()) {
      @Override
      public int read() throws IOException {
        setSoTimeout(millisLeft());
        return super.read();
      }

      @Override
      public int read(byte[] into, int offset, int length) throws IOException {
        setSoTimeout(millisLeft());
        return super.read(into, offset, length);
      }
    };
  }
}
