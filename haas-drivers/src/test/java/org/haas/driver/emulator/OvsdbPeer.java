package org.haas.driver.emulator;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLSocket;
import org.haas.driver.wire.Json;
import org.haas.driver.wire.JsonStream;

/** One client of an emulated OVSDB server. */
final class OvsdbPeer {
  private static final int LONGEST = 1 << 20;

  private final SSLSocket socket;
  private final OvsdbDoor.Answers answers;
  private volatile Object watched;

  OvsdbPeer(SSLSocket socket, OvsdbDoor.Answers answers) {
    this.socket = socket;
    this.answers = answers;
  }

  /** Answers requests until the connection ends. */
  void serve() throws IOException {
    try (socket) {
      JsonStream stream = new JsonStream(LONGEST);
      InputStream in = socket.getInputStream();
      byte[] bytes = new byte[8192];
      for (int length = in.read(bytes); length >= 0; length = in.read(bytes)) {
        stream.add(bytes, length);
        for (Optional<String> text = stream.next(); text.isPresent(); text = stream.next()) {
          Map<?, ?> request = (Map<?, ?>) Json.parse(text.get());
          Optional<Map<String, Object>> answer =
              request.get("method") == null ? Optional.empty() : answers.to(this, request);
          if (answer.isPresent()) {
            send(answer.get());
          }
        }
      }
    }
  }

  private synchronized void send(Map<String, Object> message) throws IOException {
    socket.getOutputStream().write(Json.text(message).getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
  }

  /** From now on it is told of changes under this name. */
  void watch(Object name) {
    watched = name;
  }

  boolean isWatching() {
    return watched != null;
  }

  /** Tells of a change, if it wants to hear, and asks for a sign of life, as real ones do. */
  void tell() {
    Object name = watched;
    if (name == null) {
      return;
    }
    try {
      send(message("echo", "echo", List.of()));
      send(message(null, "update", List.of(name, Map.of("Port", Map.of()))));
    } catch (IOException gone) {
      end();
    }
  }

  private static Map<String, Object> message(Object id, String method, List<?> params) {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("id", id);
    message.put("method", method);
    message.put("params", params);
    return message;
  }

  /** Ends the connection. */
  void end() {
    try {
      socket.close();
    } catch (IOException alreadyGone) {
      // Closed is what was wanted.
    }
  }
}
