package org.haas.driver.sim;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

/** Lines over a socket, each end's time-out exact: a peer that drips bytes gains nothing. */
final class LineConnection implements Closeable {
  private static final int LONGEST_LINE = 1 << 20;

  private final Socket socket;
  private final byte[] buffer = new byte[8192];
  private int next;
  private int end;

  LineConnection(Socket socket) throws IOException {
    this.socket = socket;
    socket.setTcpNoDelay(true);
  }

  static LineConnection connect(String host, int port, Duration timeout) throws IOException {
    Socket socket = new Socket();
    try {
      socket.connect(new InetSocketAddress(host, port), (int) timeout.toMillis());
      return new LineConnection(socket);
    } catch (IOException | RuntimeException failed) {
      socket.close();
      throw failed;
    }
  }

  /** Sends text as it is: the caller ends each line. */
  void send(String text) throws IOException {
    sendBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  void sendBytes(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  /**
   * The next line without its end.
   *
   * @param deadline in {@link System#nanoTime} terms
   * @throws SocketTimeoutException the deadline came
   * @throws EOFException the peer closed
   */
  String receive(long deadline) throws IOException {
    byte[] line = new byte[64];
    int length = 0;
    while (true) {
      int read = readByte(deadline);
      if (read == '\n') {
        return new String(line, 0, length, StandardCharsets.UTF_8);
      }
      if (length == LONGEST_LINE) {
        throw new IOException("a line of more than " + LONGEST_LINE + " bytes");
      }
      if (length == line.length) {
        line = Arrays.copyOf(line, length * 2);
      }
      line[length++] = (byte) read;
    }
  }

  /**
   * Waits, but no longer than the peer is there.
   *
   * @throws EOFException the peer closed
   */
  void awaitSilence(long deadline) throws IOException {
    try {
      while (next == end) {
        fill(deadline);
      }
    } catch (SocketTimeoutException stillThere) {
      // As it should be: the peer waits for its answer.
    }
  }

  /**
   * Whatever has come, at least one byte.
   *
   * @throws SocketTimeoutException nothing came until the deadline
   * @throws EOFException the peer closed
   */
  int receive(byte[] into, long deadline) throws IOException {
    if (next == end) {
      fill(deadline);
    }
    int length = Math.min(into.length, end - next);
    System.arraycopy(buffer, next, into, 0, length);
    next += length;
    return length;
  }

  /** Hands the socket over; nothing may be received here any more. */
  Socket release() {
    return socket;
  }

  private int readByte(long deadline) throws IOException {
    if (next == end) {
      fill(deadline);
    }
    return buffer[next++];
  }

  private void fill(long deadline) throws IOException {
    long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
    if (left <= 0) {
      throw new SocketTimeoutException("no answer in time");
    }
    socket.setSoTimeout((int) Math.min(left, Integer.MAX_VALUE));
    end = socket.getInputStream().read(buffer);
    next = 0;
    if (end < 0) {
      end = 0;
      throw new EOFException("the connection was closed");
    }
  }

  /** Closes so that nothing that was sent but not delivered can still arrive. */
  @Override
  public void close() {
    close(socket);
  }

  static void close(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException alreadyGone) {
      // Closed is what was wanted.
    }
  }
}
