package org.haas.driver.emulator;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.haas.spi.BootDevice;
import org.haas.spi.PowerState;

/**
 * HIL's OBMd with one node: one token at a time, made and ended by the administrator; with its end,
 * and with a new one, the console ends.
 */
public final class ObmdEmulator implements AutoCloseable {
  private static final String NODE = "/node/n7";

  private final EmulatedMachine machine = new EmulatedMachine();
  private final EmulatedHttp http = new EmulatedHttp(Optional.empty(), this::handle);
  private final String admin;
  private volatile Optional<String> token = Optional.empty();
  private volatile CountDownLatch console = new CountDownLatch(0);

  /** Starts it. */
  public ObmdEmulator(String adminToken) {
    byte[] both = ("admin:" + adminToken).getBytes(StandardCharsets.UTF_8);
    admin = "Basic " + Base64.getEncoder().encodeToString(both);
  }

  /** The address of its node. */
  public String address() {
    return "http://127.0.0.1:" + http.port() + NODE;
  }

  /** What it controls. */
  public EmulatedMachine machine() {
    return machine;
  }

  /** Whether there is a token. */
  public boolean hasToken() {
    return token.isPresent();
  }

  /** Somebody else makes a token. */
  public void replaceToken() {
    renew(Optional.of(UUID.randomUUID().toString()));
  }

  /** From now on it answers nothing, or all is well again. */
  public void hang(boolean on) {
    http.hang(on);
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String body = EmulatedHttp.body(exchange);
    if (!path.startsWith(NODE + "/")) {
      EmulatedHttp.answer(exchange, 404, Map.of(), "");
      return;
    }
    String call = exchange.getRequestMethod() + " " + path.substring(NODE.length());
    if (call.endsWith(" /token")) {
      administer(exchange, call);
    } else if (!("token=" + token.orElse("")).equals(exchange.getRequestURI().getQuery())) {
      EmulatedHttp.answer(exchange, 401, Map.of(), "");
    } else {
      machine.count();
      serve(exchange, call, body);
    }
  }

  private void administer(HttpExchange exchange, String call) throws IOException {
    if (!admin.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      EmulatedHttp.answer(exchange, 401, Map.of(), "");
      return;
    }
    boolean makes = call.startsWith("POST");
    renew(makes ? Optional.of(UUID.randomUUID().toString()) : Optional.empty());
    EmulatedHttp.answer(
        exchange, 200, Map.of(), makes ? "{\"token\": \"%s\"}".formatted(token.get()) : "");
  }

  private void renew(Optional<String> next) {
    token = next;
    console.countDown();
  }

  private void serve(HttpExchange exchange, String call, String body) throws IOException {
    String answer = "";
    switch (call) {
      case "POST /power_on" -> machine.switchTo(PowerState.ON);
      case "POST /power_off" -> machine.switchTo(PowerState.OFF);
      case "PUT /boot_device" -> bootFrom(body);
      case "GET /power_status" ->
          answer =
              "{\"power_status\": \"%s\"}"
                  .formatted(machine.power().name().toLowerCase(Locale.ROOT));
      case "GET /console" -> {
        stream(exchange);
        return;
      }
      default -> {
        EmulatedHttp.answer(exchange, 404, Map.of(), "");
        return;
      }
    }
    EmulatedHttp.answer(exchange, 200, Map.of(), answer);
  }

  private void bootFrom(String body) {
    String device = body.replaceAll(".*\"bootdev\":\\s*\"(\\w+)\".*", "$1");
    machine.bootFrom(BootDevice.valueOf(device.toUpperCase(Locale.ROOT)), false);
  }

  private void stream(HttpExchange exchange) throws IOException {
    CountDownLatch mine = new CountDownLatch(1);
    console.countDown();
    console = mine;
    machine.hush();
    exchange.sendResponseHeaders(200, 0);
    OutputStream out = exchange.getResponseBody();
    out.flush();
    try {
      machine.listen(out);
      mine.await();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    } finally {
      machine.leave(out);
    }
  }

  @Override
  public void close() {
    console.countDown();
    http.close();
  }
}
