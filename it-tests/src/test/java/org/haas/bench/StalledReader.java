package org.haas.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.haas.it.Running;

/**
 * Somebody who opens a console's WebSocket and then reads nothing, until he is asked what he got.
 */
final class StalledReader implements AutoCloseable {
  private static final int SMALL = 4096;

  private final Socket socket = new Socket();

  /**
   * Opens it.
   *
   * @param authorization of whoever may
   */
  StalledReader(String path, String authorization) {
    URI server = Running.url();
    try {
      socket.setReceiveBufferSize(SMALL);
      socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
      Map<String, String> handshake =
          Map.of(
              "Connection", "Upgrade",
              "Upgrade", "websocket",
              "Sec-WebSocket-Version", "13",
              "Sec-WebSocket-Key", "c2l4dGVlbiBieXRlcy4uLg==",
              "Authorization", authorization);
      socket.getOutputStream().write(Wire.request("GET", path, handshake, ""));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Whether he reads now, within that time, that he has lost something. */
  boolean isToldOfLoss(int longestMillis) {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    byte[] buffer = new byte[SMALL * SMALL / 64];
    try {
      socket.setSoTimeout(longestMillis);
      InputStream input = socket.getInputStream();
      for (int count = 0; count >= 0; count = input.read(buffer)) {
        read.write(buffer, 0, count);
        String tail = read.toString(StandardCharsets.ISO_8859_1);
        if (tail.contains("{\"type\":\"lost\"")) {
          return true;
        }
        read.reset();
        read.writeBytes(
            tail.substring(Math.max(0, tail.length() - 100)).getBytes(StandardCharsets.ISO_8859_1));
      }
      return false;
    } catch (IOException silent) {
      return false;
    }
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
