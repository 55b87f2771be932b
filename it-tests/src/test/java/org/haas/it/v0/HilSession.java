package org.haas.it.v0;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What HIL's client has for a user: one connection that stays open, over which it writes {@code
 * request.txt} byte for byte.
 */
final class HilSession implements AutoCloseable {
  private static final int LONGEST_MILLIS = 30_000;
  private static final String FORM = Story.text("request.txt").replaceAll("(?m)^#.*\n", "");

  private final URI server;
  private final Optional<String> login;
  private Optional<Socket> connection = Optional.empty();

  /**
   * Connects when it is first needed.
   *
   * @param login {@code user:password}; empty: none is sent
   */
  HilSession(URI server, Optional<String> login) {
    this.server = server;
    this.login =
        login.map(
            both ->
                "Basic "
                    + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Writes a request and reads its answer.
   *
   * @param path from the root, escaped, with its query
   * @param body empty: none
   */
  Reply send(String method, String path, String body) {
    try {
      Socket socket = connected();
      socket.getOutputStream().write(bytes(method, path, body));
      socket.getOutputStream().flush();
      Reply reply = read(new BufferedInputStream(socket.getInputStream()));
      if ("close".equalsIgnoreCase(reply.headers().get("connection"))) {
        close();
      }
      return reply;
    } catch (IOException failed) {
      close();
      throw new UncheckedIOException(method + " " + path, failed);
    }
  }

  /** As the client would write it: a GET tells no length, a client without login none. */
  private byte[] bytes(String method, String path, String body) {
    String head =
        FORM.lines()
            .filter(line -> login.isPresent() || !line.contains("<login>"))
            .filter(line -> !method.equals("GET") || !line.contains("<length>"))
            .collect(Collectors.joining("\r\n", "", "\r\n\r\n"))
            .replace("<method>", method)
            .replace("<path>", path)
            .replace("<host>", server.getAuthority())
            .replace("<length>", String.valueOf(body.getBytes(StandardCharsets.UTF_8).length))
            .replace("<login>", login.orElse(""));
    return (head + body).getBytes(StandardCharsets.UTF_8);
  }

  /** One that the server has ended meanwhile is made anew, as the client does. */
  private Socket connected() throws IOException {
    if (connection.isPresent() && wasEnded(connection.get())) {
      close();
    }
    if (connection.isEmpty()) {
      Socket fresh = new Socket(server.getHost(), server.getPort());
      fresh.setSoTimeout(LONGEST_MILLIS);
      connection = Optional.of(fresh);
    }
    return connection.get();
  }

  private static boolean wasEnded(Socket socket) throws IOException {
    socket.setSoTimeout(1);
    try {
      return socket.getInputStream().read() < 0;
    } catch (SocketTimeoutException silence) {
      return false;
    } finally {
      socket.setSoTimeout(LONGEST_MILLIS);
    }
  }

  private static Reply read(InputStream in) throws IOException {
    String status = line(in);
    if (!status.matches("HTTP/1\\.1 \\d{3} .*")) {
      throw new IOException("No status line: " + status);
    }
    Map<String, String> headers = new LinkedHashMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      String[] header = line.split(": *", 2);
      headers.put(header[0].toLowerCase(Locale.ROOT), header[1]);
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "-1"));
    if (length < 0) {
      throw new IOException("No length: " + status + " " + headers);
    }
    byte[] body = in.readNBytes(length);
    return new Reply(
        Integer.parseInt(status.substring(9, 12)),
        headers,
        new String(body, StandardCharsets.UTF_8));
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("The server ended the connection.");
      }
      line.write(next);
    }
    return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
  }

  /** The next request connects again. */
  @Override
  public void close() {
    connection.ifPresent(
        socket -> {
          try {
            socket.close();
          } catch (IOException failed) {
            throw new UncheckedIOException(failed);
          }
        });
    connection = Optional.empty();
  }

  /**
   * What the server said.
   *
   * @param headers their names in small letters
   */
  record Reply(int status, Map<String, String> headers, String body) {}
}
