package org.haas.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.haas.it.Api;
import org.haas.it.Running;

/** Somebody at a screen's WebSocket. */
public final class Screen implements WebSocket.Listener, AutoCloseable {
  private static final Duration LONGEST_SEND = Duration.ofSeconds(10);
  private static final long PAUSE_NANOS = 10_000_000;

  private final ByteArrayOutputStream seen = new ByteArrayOutputStream();
  private final WebSocket socket;
  private final boolean looks;
  private volatile String end = "";

  private Screen(
      Api api, String headnode, Optional<String> origin, List<String> protocols, boolean looks) {
    this.looks = looks;
    this.socket =
        api.socket("v1/headnodes/%s/screen/ws".formatted(headnode), origin, protocols, this).join();
  }

  /** Asks for a ticket. */
  public static String ticket(Api api, String headnode) {
    return api.post("v1/headnodes/%s/screen-tickets".formatted(headnode), "{}")
        .is(201)
        .json()
        .getString("ticket");
  }

  /** As a page of the portal opens it. */
  public static Screen of(Api api, String headnode) {
    return with(ticket(api, headnode), headnode);
  }

  /** With that ticket and nothing else. */
  public static Screen with(String ticket, String headnode) {
    return knock(Api.anonymous(), headnode, ours(), ticket);
  }

  /** The portal's address. */
  static Optional<String> ours() {
    return Optional.of(Running.url().toString());
  }

  /** However somebody may try. */
  static Screen knock(Api api, String headnode, Optional<String> origin, String... tickets) {
    return new Screen(api, headnode, origin, protocols(tickets), true);
  }

  /** Takes nothing of what is sent. */
  static Screen blind(Api api, String headnode) {
    return new Screen(Api.anonymous(), headnode, ours(), protocols(ticket(api, headnode)), false);
  }

  private static List<String> protocols(String... tickets) {
    List<String> sent = new ArrayList<>(List.of("haas.screen"));
    List.of(tickets).forEach(ticket -> sent.add("haas.ticket." + ticket));
    return sent;
  }

  @Override
  public void onOpen(WebSocket from) {
    if (looks) {
      from.request(1);
    }
  }

  @Override
  public CompletionStage<?> onBinary(WebSocket from, ByteBuffer bytes, boolean last) {
    byte[] more = new byte[bytes.remaining()];
    bytes.get(more);
    synchronized (this) {
      seen.writeBytes(more);
    }
    from.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    end = "closed %d %s".formatted(code, reason);
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable failure) {
    end = "broken " + failure;
  }

  /** Sends bytes; false when the connection is gone, or takes nothing any more. */
  boolean sends(byte[] bytes) {
    return socket
        .sendBinary(ByteBuffer.wrap(bytes), true)
        .orTimeout(LONGEST_SEND.toSeconds(), TimeUnit.SECONDS)
        .handle((sent, failed) -> failed == null)
        .join();
  }

  void sends(String text) {
    sends(text.getBytes(StandardCharsets.US_ASCII));
  }

  /** Sends what is no RFB. */
  void says(String text) {
    socket.sendText(text, true).handle((sent, closing) -> sent).join();
  }

  synchronized String text() {
    return seen.toString(StandardCharsets.US_ASCII);
  }

  /** Waits until the machine sent that. */
  public void sees(String part) {
    await(() -> text().contains(part), part);
  }

  /** Waits until it ended like that. */
  public void ends(String how) {
    await(() -> end.contains(how), how);
  }

  /** How it ended; empty: it goes on. */
  public String end() {
    return end;
  }

  private void await(BooleanSupplier enough, String what) {
    long deadline = System.nanoTime() + Reader.PATIENCE.toNanos();
    while (!enough.getAsBoolean()) {
      assertThat(System.nanoTime())
          .as("%s: seen so far: %s; end: %s", what, text(), end)
          .isLessThan(deadline);
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  @Override
  public void close() {
    socket.abort();
  }
}
