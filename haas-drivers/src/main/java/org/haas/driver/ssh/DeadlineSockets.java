package org.haas.driver.ssh;

import com.jcraft.jsch.SocketFactory;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/**
 * The one socket of a session. Connecting, key exchange and login together take no longer than the
 * time-out, even when the peer drips bytes; JSch alone would limit each read only.
 */
final class DeadlineSockets implements SocketFactory {
  private final long deadline;
  private final Socket socket = new Socket();
  private volatile boolean loggedIn;
  private volatile boolean cut;

  DeadlineSockets(Duration timeout) {
    this.deadline = System.nanoTime() + timeout.toNanos();
  }

  /** Login is done: from now on each command has a deadline of its own. */
  void endDeadline() {
    loggedIn = true;
    try {
      socket.setSoTimeout(0);
    } catch (IOException gone) {
      // The next command will say so.
    }
  }

  /** Whether the connection ended by itself: JSch may take that for a refused login. */
  boolean isCut() {
    return cut;
  }

  /** Closes with a reset, so that nothing sent before is still delivered. */
  void abort() {
    try {
      socket.setSoLinger(true, 0);
    } catch (IOException alreadyClosed) {
      // Closed is what is wanted.
    }
    try {
      socket.close();
    } catch (IOException alreadyClosed) {
      // As above.
    }
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    socket.setTcpNoDelay(true);
    socket.connect(new InetSocketAddress(host, port), millisLeft());
    return socket;
  }

  @Override
  public InputStream getInputStream(Socket from) throws IOException {
    return new FilterInputStream(from.getInputStream()) {
      @Override
      public int read() throws IOException {
        limit();
        return seen(() -> super.read());
      }

      @Override
      public int read(byte[] into, int offset, int length) throws IOException {
        limit();
        return seen(() -> super.read(into, offset, length));
      }
    };
  }

  /** A read from the peer. */
  @FunctionalInterface
  private interface Read {
    int get() throws IOException;
  }

  private int seen(Read read) throws IOException {
    boolean wasCut = true;
    try {
      int count = read.get();
      wasCut = count < 0;
      return count;
    } finally {
      cut |= wasCut;
    }
  }

  @Override
  public OutputStream getOutputStream(Socket to) throws IOException {
    return to.getOutputStream();
  }

  private void limit() throws IOException {
    if (!loggedIn) {
      socket.setSoTimeout(millisLeft());
    }
  }

  private int millisLeft() throws SocketTimeoutException {
    long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
    if (left <= 0) {
      throw new SocketTimeoutException("no login in time");
    }
    return (int) Math.min(left, Integer.MAX_VALUE);
  }
}
