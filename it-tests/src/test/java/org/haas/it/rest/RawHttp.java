package org.haas.it.rest;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.haas.it.Answer;
import org.haas.it.Running;

/** Sends paths that an HTTP client would refuse to send. */
final class RawHttp {
  private RawHttp() {}

  static Answer get(String path) {
    return get(path, "", new byte[0]);
  }

  /** The same with that bearer token, byte by byte. */
  static Answer get(String path, String bearer) {
    return get(path, "Authorization: Bearer ", (bearer + "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  private static Answer get(String path, String header, byte[] value) {
    URI url = Running.url();
    try (Socket socket = new Socket(url.getHost(), url.getPort())) {
      String request = "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n%s";
      OutputStream out = socket.getOutputStream();
      out.write(
          request.formatted(path, url.getAuthority(), header).getBytes(StandardCharsets.UTF_8));
      out.write(value);
      out.write("\r\n".getBytes(StandardCharsets.UTF_8));
      String answer =
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      int status = Integer.parseInt(answer.split(" ", 3)[1]);
      return new Answer("GET " + path, status, answer, HttpHeaders.of(Map.of(), (a, b) -> true));
    } catch (IOException unreachable) {
      throw new UncheckedIOException(unreachable);
    }
  }
}
