package org.haas.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * One HTTP/1.1 connection that stays open, as plain as can be: the load generator shares its
 * processors with what it measures.
 */
final class Wire implements AutoCloseable {
  private static final int CHUNK = 16 * 1024;

  private final URI server;
  private Socket socket;
  private InputStream input;
  private boolean closing;
  private byte[] buffer = new byte[4 * CHUNK];
  private int filled;
  private int read;

  Wire(URI server) {
    this.server = server;
    connect();
  }

  private void connect() {
    try {
      socket = new Socket(server.getHost(), server.getPort());
      socket.setTcpNoDelay(true);
      input = socket.getInputStream();
    } catch (IOException unreachable) {
      throw new UncheckedIOException(server + " does not answer.", unreachable);
    }
  }

  /** A server may end a connection after an answer, and says so in it. */
  private void reconnectIfClosing() {
    if (closing) {
      close();
      connect();
      closing = false;
    }
  }

  /** An answer: its head and its body as text. */
  record Reply(int status, String head, String body) {}

  /** The bytes of a request, to be sent often. */
  static byte[] request(String method, String path, Map<String, String> headers, String body) {
    StringBuilder head =
        new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    if (!body.isEmpty()) {
      head.append("Content-Type: application/json\r\nContent-Length: ")
          .append(body.getBytes(StandardCharsets.UTF_8).length)
          .append("\r\n");
    }
    return (head + "\r\n" + body).getBytes(StandardCharsets.UTF_8);
  }

  /** Sends it and reads the whole answer without looking at the body; answers the status. */
  int send(byte[] request) {
    return exchange(request, false).status();
  }

  /** Sends it and answers everything. */
  Reply ask(byte[] request) {
    return exchange(request, true);
  }

  private Reply exchange(byte[] request, boolean keep) {
    reconnectIfClosing();
    try {
      socket.getOutputStream().write(request);
      String head = head();
      int status = Integer.parseInt(head.substring(9, 12));
      String lower = head.toLowerCase(Locale.ROOT);
      closing = lower.contains("connection: close");
      StringBuilder body = new StringBuilder();
      if (lower.contains("transfer-encoding: chunked")) {
        chunks(keep, body);
      } else {
        body(length(lower), keep, body);
      }
      return new Reply(status, head, body.toString());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Sends it and reads only the head. */
  int open(byte[] request) {
    try {
      socket.getOutputStream().write(request);
      return Integer.parseInt(head().substring(9, 12));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private String head() throws IOException {
    StringBuilder head = new StringBuilder();
    String line = line();
    while (!line.isEmpty()) {
      head.append(line).append("\r\n");
      line = line();
    }
    return head.toString();
  }

  private static int length(String head) {
    int at = head.indexOf("content-length: ");
    if (at < 0) {
      return 0;
    }
    int from = at + "content-length: ".length();
    return Integer.parseInt(head.substring(from, head.indexOf("\r\n", from)));
  }

  private void chunks(boolean keep, StringBuilder body) throws IOException {
    int size = Integer.parseInt(line(), 16);
    while (size > 0) {
      body(size, keep, body);
      line();
      size = Integer.parseInt(line(), 16);
    }
    line();
  }

  private void body(int length, boolean keep, StringBuilder body) throws IOException {
    int left = length;
    while (left > 0) {
      need();
      int part = Math.min(left, filled - read);
      if (keep) {
        body.append(new String(buffer, read, part, StandardCharsets.ISO_8859_1));
      }
      read += part;
      left -= part;
    }
  }

  private String line() throws IOException {
    int from = read;
    int at = from;
    while (true) {
      for (; at < filled; at++) {
        if (buffer[at] == '\n') {
          read = at + 1;
          return new String(buffer, from, at - from - 1, StandardCharsets.ISO_8859_1);
        }
      }
      if (from > 0) {
        System.arraycopy(buffer, from, buffer, 0, filled - from);
        filled -= from;
        at -= from;
        read = 0;
        from = 0;
      }
      fill();
    }
  }

  private void need() throws IOException {
    if (read == filled) {
      read = 0;
      filled = 0;
      fill();
    }
  }

  private void fill() throws IOException {
    if (filled == buffer.length) {
      buffer = Arrays.copyOf(buffer, buffer.length + CHUNK);
    }
    int more = input.read(buffer, filled, buffer.length - filled);
    if (more < 0) {
      throw new EOFException("The server closed the connection.");
    }
    filled += more;
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
