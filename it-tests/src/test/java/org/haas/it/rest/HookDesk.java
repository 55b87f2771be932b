package org.haas.it.rest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Somebody who is told by a webhook: keeps what he is told, and answers what he is to. */
final class HookDesk implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Told> told = new CopyOnWriteArrayList<>();
  private volatile int status;
  private volatile boolean hanging;

  /** One call. */
  record Told(String id, String time, String signature, String body, int answered) {
    String type() {
      return json().getString("type");
    }

    JsonObject json() {
      try (JsonReader reader = Json.createReader(new StringReader(body))) {
        return reader.readObject();
      }
    }
  }

  HookDesk(int status) {
    this.status = status;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  private void answer(HttpExchange call) throws IOException {
    try (call) {
      while (hanging) {
        TimeUnit.MILLISECONDS.sleep(20);
      }
      int answer = status;
      told.add(
          new Told(
              call.getRequestHeaders().getFirst("webhook-id"),
              call.getRequestHeaders().getFirst("webhook-timestamp"),
              call.getRequestHeaders().getFirst("webhook-signature"),
              new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
              answer));
      call.getResponseHeaders().set("Location", url() + "elsewhere");
      call.sendResponseHeaders(answer, -1);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  /** Answers that from now on. */
  void answers(int next) {
    status = next;
  }

  /** Answers nothing, or is well again. */
  void hang(boolean on) {
    hanging = on;
  }

  /** All calls, in order. */
  List<Told> told() {
    return List.copyOf(told);
  }

  /** What he has taken of these kinds, in order. */
  List<String> taken(String... types) {
    return told.stream()
        .filter(call -> call.answered() < 300 && List.of(types).contains(call.type()))
        .map(call -> call.type() + " " + call.json().getJsonObject("data").getString("name", ""))
        .toList();
  }

  Optional<Told> first(String type) {
    return told.stream().filter(call -> call.type().equals(type)).findFirst();
  }

  String url() {
    return "http://127.0.0.1:%d/".formatted(server.getAddress().getPort());
  }

  @Override
  public void close() {
    hanging = false;
    server.stop(0);
    threads.shutdownNow();
  }
}
