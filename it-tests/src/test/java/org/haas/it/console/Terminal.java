package org.haas.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.haas.it.Api;

/** Somebody at a console's WebSocket. */
public final class Terminal implements WebSocket.Listener, AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(10);

  private final StringBuilder output = new StringBuilder();
  private final StringBuilder part = new StringBuilder();
  private final List<String> told = new CopyOnWriteArrayList<>();
  private final WebSocket socket;
  private volatile boolean closed;

  private Terminal(Api api, String path) {
    socket = api.socket(path, this).join();
  }

  /** Sits down at the console with this path, below {@code /api/}. */
  public static Terminal of(Api api, String console) {
    return new Terminal(api, console + "/ws");
  }

  /** Opens that WebSocket, below {@code /api/}. */
  public static Terminal at(Api api, String path) {
    return new Terminal(api, path);
  }

  /** Sits down at it. */
  static Terminal of(Api api, Machines.Machine machine) {
    return new Terminal(api, machine.console() + "/ws");
  }

  @Override
  public CompletionStage<?> onBinary(WebSocket from, ByteBuffer bytes, boolean last) {
    synchronized (this) {
      output.append(StandardCharsets.UTF_8.decode(bytes));
    }
    from.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
    part.append(text);
    if (last) {
      told.add(part.toString());
      part.setLength(0);
    }
    from.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    told.add("closed %d %s".formatted(code, reason));
    closed = true;
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable failure) {
    told.add("broken " + failure);
    closed = true;
  }

  public void types(String keys) {
    socket.sendBinary(ByteBuffer.wrap(keys.getBytes(StandardCharsets.UTF_8)), true).join();
  }

  /** Sends a command; one that ends the connection may do so before the client says it is sent. */
  public void asks(String json) {
    socket.sendText(json, true).handle((sent, closing) -> sent).join();
  }

  public synchronized String text() {
    return output.toString();
  }

  /** Waits until the machine said that. */
  public void sees(String part) {
    await(() -> text().contains(part), part);
  }

  /** Waits until HaaS said something like that. */
  void hears(Predicate<String> what, String words) {
    await(() -> told.stream().anyMatch(what), words);
  }

  public void hears(String part) {
    hears(said -> said.contains(part), part);
  }

  /** Everything that HaaS said. */
  public List<String> told() {
    return List.copyOf(told);
  }

  /** Waits until the server has closed it. */
  public void ends() {
    await(() -> closed, "the end");
  }

  private void await(BooleanSupplier enough, String what) {
    long end = System.nanoTime() + Reader.PATIENCE.toNanos();
    while (!enough.getAsBoolean()) {
      assertThat(System.nanoTime())
          .as("%s: seen so far: %s; heard: %s", what, text(), told)
          .isLessThan(end);
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  @Override
  public void close() {
    socket.abort();
  }
}
