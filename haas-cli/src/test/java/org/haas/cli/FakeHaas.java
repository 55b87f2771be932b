package org.haas.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers what it was told to, and remembers what it was asked. */
final class FakeHaas implements AutoCloseable {
  private final HttpServer server;
  private final Map<String, Deque<Reply>> replies = new ConcurrentHashMap<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();

  private record Reply(int status, String body) {}

  /** What it was asked; the path with its query, as it came. */
  record Request(String line, String body, String authorization) {}

  FakeHaas() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Answers that request so; told again, the next time so; the last stays. */
  FakeHaas on(String line, int status, String body) {
    replies.computeIfAbsent(line, key -> new ArrayDeque<>()).add(new Reply(status, body));
    return this;
  }

  /** Is a login as well. */
  FakeHaas withLogin() {
    String issuer = url() + "/realm";
    on(
        "GET /.well-known/oauth-protected-resource",
        200,
        "{\"authorization_servers\":[\"%s\"]}".formatted(issuer));
    return on(
        "GET /realm/.well-known/openid-configuration",
        200,
        """
        {"token_endpoint":"%1$s/token","device_authorization_endpoint":"%1$s/device",
         "revocation_endpoint":"%1$s/revoke"}"""
            .formatted(issuer));
  }

  List<Request> requests() {
    return List.copyOf(requests);
  }

  /** Only the lines. */
  List<String> lines() {
    return requests.stream().map(Request::line).toList();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String line = exchange.getRequestMethod() + " " + exchange.getRequestURI();
      String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      String authorization = exchange.getRequestHeaders().getFirst("Authorization");
      requests.add(new Request(line, body, authorization == null ? "" : authorization));
      Reply reply = next(line);
      byte[] bytes = reply.body().getBytes(UTF_8);
      exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private Reply next(String line) {
    Deque<Reply> known = replies.getOrDefault(line, new ArrayDeque<>());
    if (known.size() > 1) {
      return known.remove();
    }
    return known.isEmpty() ? new Reply(200, "{\"items\":[]}") : known.peek();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
