package org.haas.it.v0;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * HIL's daemon for power, as far as HaaS and HIL's clients use it: each node has one token at a
 * time, by which its user is let in.
 */
final class ObmDaemon implements AutoCloseable {
  private static final String PASSWORD = "t0k3n";

  private final HttpServer server;
  private final Map<String, String> tokens = new ConcurrentHashMap<>();
  private final Map<String, Boolean> power = new ConcurrentHashMap<>();
  private int made;

  ObmDaemon() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  /** The URL of a node, which is made when it is first spoken of. */
  String url(String node) {
    return "http://127.0.0.1:%d/node/%s".formatted(server.getAddress().getPort(), node);
  }

  /** The token that lets a node's user in. */
  Optional<String> token(String node) {
    return Optional.ofNullable(tokens.get(node));
  }

  private void answer(HttpExchange exchange) throws IOException {
    String[] path = exchange.getRequestURI().getPath().split("/");
    String node = path[2];
    String route = path[3];
    String query = String.valueOf(exchange.getRequestURI().getQuery());
    if (route.equals("token")) {
      token(exchange, node);
    } else if (query.equals("token=" + tokens.get(node))) {
      say(exchange, 200, act(node, route));
    } else {
      say(exchange, 401, "{}");
    }
  }

  private String act(String node, String route) {
    if (route.equals("power_status")) {
      String state = power.getOrDefault(node, false) ? "on" : "off";
      return "{\"power_status\":\"%s\"}".formatted(state);
    }
    power.put(node, !route.equals("power_off"));
    return "{}";
  }

  private synchronized void token(HttpExchange exchange, String node) throws IOException {
    String login = "admin:" + PASSWORD;
    String wanted =
        "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    if (!wanted.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      say(exchange, 401, "{}");
    } else if (exchange.getRequestMethod().equals("POST")) {
      tokens.put(node, "tok+" + ++made);
      say(exchange, 200, "{\"token\":\"%s\"}".formatted(tokens.get(node)));
    } else {
      tokens.remove(node);
      say(exchange, 200, "");
    }
  }

  private static void say(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
