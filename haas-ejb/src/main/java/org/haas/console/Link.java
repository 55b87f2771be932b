package org.haas.console;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.haas.console.ConsoleEvent.Kind;
import org.haas.console.ConsoleEvent.Output;

/**
 * A place at the console of another instance, by one WebSocket to it. Asks for the next message
 * when the last one was taken, so that a viewer who takes nothing is slow there too. Ends with the
 * connection; never connects again.
 */
final class Link extends Seat implements WebSocket.Listener {
  private static final int MOST_BYTES = 64 * 1024;
  private static final Duration BEAT = Duration.ofSeconds(20);

  private final StringBuilder text = new StringBuilder();
  private volatile Optional<WebSocket> socket = Optional.empty();
  private Optional<ConsoleEvent> arrived = Optional.empty();
  private CompletableFuture<WebSocket> sent = CompletableFuture.completedFuture(null);
  private int unsent;
  private long beatNanos = System.nanoTime();

  Link(Guest guest, Clock clock) {
    super(guest, clock);
  }

  @Override
  public void onOpen(WebSocket opened) {
    socket = Optional.of(opened);
    if (isEnding()) {
      opened.abort();
    } else {
      opened.request(1);
    }
  }

  @Override
  public CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
    byte[] bytes = new byte[data.remaining()];
    data.get(bytes);
    arrive(from, bytes.length == 0 ? Optional.empty() : Optional.of(new Output(bytes)));
    return null;
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
    text.append(part);
    Optional<ConsoleEvent> event = Optional.empty();
    if (last) {
      event = ConsoleJson.read(text.toString());
      text.setLength(0);
    }
    arrive(from, event);
    return null;
  }

  private void arrive(WebSocket from, Optional<ConsoleEvent> event) {
    if (event.isEmpty()) {
      from.request(1);
      return;
    }
    synchronized (this) {
      arrived = event;
    }
    wake();
  }

  @Override
  Optional<ConsoleEvent> more() {
    Optional<ConsoleEvent> event;
    synchronized (this) {
      event = arrived;
      arrived = Optional.empty();
    }
    if (event.isPresent()) {
      socket.ifPresent(open -> open.request(1));
    }
    return event;
  }

  @Override
  public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    end("The other instance has closed it.");
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable failure) {
    end("The connection to the other instance is broken.");
  }

  @Override
  public void type(byte[] keys) {
    boolean room;
    synchronized (this) {
      room = unsent + keys.length <= MOST_BYTES;
      unsent += room ? keys.length : 0;
    }
    if (!room) {
      tell(notice(Kind.NOT_SENT, "It was too much at once; send less."));
      return;
    }
    send(open -> open.sendBinary(ByteBuffer.wrap(keys), true), keys.length);
  }

  @Override
  public void sendBreak() {
    ask("break");
  }

  @Override
  public void takeKeyboard() {
    ask("take");
  }

  @Override
  public void putKeyboardDown() {
    ask("release");
  }

  @Override
  public void statusChanged() {
    ask("alive");
  }

  /** Says now and then that the viewer is still there: the other side waits for that. */
  void beat() {
    boolean due;
    synchronized (this) {
      due = System.nanoTime() - beatNanos > BEAT.toNanos() && sent.isDone();
      beatNanos = due ? System.nanoTime() : beatNanos;
    }
    if (due) {
      statusChanged();
    }
  }

  private void ask(String command) {
    send(open -> open.sendText(ConsoleJson.command(command), true), 0);
  }

  /** One after the other. A failure ends the connection, and nothing is sent any more. */
  private synchronized void send(
      Function<WebSocket, CompletableFuture<WebSocket>> message, int bytes) {
    sent =
        sent.thenCompose(before -> socket.map(message).orElseThrow())
            .whenComplete((done, failed) -> sent(bytes, failed));
  }

  private void sent(int bytes, Throwable failed) {
    synchronized (this) {
      unsent -= bytes;
    }
    if (failed != null) {
      end("The connection to the other instance is broken.");
    }
  }

  @Override
  void left() {
    socket.ifPresent(WebSocket::abort);
  }
}
