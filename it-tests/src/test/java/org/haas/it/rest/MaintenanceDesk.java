package org.haas.it.rest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A maintenance service: keeps what it is told, and answers what it is to. */
final class MaintenanceDesk implements AutoCloseable {
  private final HttpServer server;
  private final List<Told> told = new CopyOnWriteArrayList<>();
  private volatile int status;

  /** One call. */
  record Told(String body, String delivery, String time, String signature) {}

  MaintenanceDesk(int status) {
    this.status = status;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  private void answer(HttpExchange call) throws IOException {
    try (call) {
      told.add(
          new Told(
              new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
              call.getRequestHeaders().getFirst("HaaS-Delivery"),
              call.getRequestHeaders().getFirst("HaaS-Time"),
              call.getRequestHeaders().getFirst("HaaS-Signature")));
      call.getResponseHeaders().set("Location", url() + "elsewhere");
      call.sendResponseHeaders(status, -1);
    }
  }

  /** Answers that from now on. */
  void answers(int next) {
    status = next;
  }

  /** All calls about the node, in order. */
  List<Told> about(String node) {
    return told.stream().filter(each -> each.body().contains("\"" + node + "\"")).toList();
  }

  String url() {
    return "http://127.0.0.1:%d/".formatted(server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
