package org.haas.console;

import jakarta.json.JsonObject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.SendHandler;
import jakarta.websocket.Session;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.haas.console.ConsoleEvent.Output;

/**
 * A viewer at a WebSocket, the same for the API and the portal. What the machine says comes in
 * binary messages and is typed in binary messages; texts are JSON and HaaS's own, so that nobody
 * can take one for the other.
 */
public final class ConsoleSocket implements ConsoleViewer {
  private static final int LONGEST_TEXT = 8 * 1024;
  private static final int LONGEST_KEYS = 32 * 1024;
  private static final Duration LONGEST_SEND = Duration.ofMinutes(2);
  private static final Duration LONGEST_SILENCE = Duration.ofMinutes(10);
  private static final Duration LONGEST_SILENCE_OF_AN_INSTANCE = Duration.ofMinutes(1);
  private static final String SEAT = "org.haas.console.seat";

  private final Session session;

  private ConsoleSocket(Session session) {
    this.session = session;
  }

  /** Shows the console at that connection, until either ends. */
  public static void open(Session session, ConsoleHubs hubs, ConsoleTicket ticket, Visit visit) {
    open(session, LONGEST_SILENCE, viewer -> hubs.watch(ticket, visit, viewer));
  }

  /** Shows it to another instance, for a viewer there; that one says more often that it lives. */
  public static void open(Session session, RelayDoor door, RelayDoor.Admission admission) {
    open(session, LONGEST_SILENCE_OF_AN_INSTANCE, viewer -> door.watch(admission, viewer));
  }

  private static void open(
      Session session, Duration longestSilence, Function<ConsoleViewer, Seat> sitting) {
    session.setMaxTextMessageBufferSize(LONGEST_TEXT);
    session.setMaxBinaryMessageBufferSize(LONGEST_KEYS);
    SocketEnd.afterSilence(session, longestSilence);
    session.getAsyncRemote().setSendTimeout(LONGEST_SEND.toMillis());
    session.getUserProperties().put(SEAT, sitting.apply(new ConsoleSocket(session)));
  }

  /** What the viewer typed. */
  public static void typed(Session session, byte[] keys) {
    seat(session).type(keys);
  }

  /**
   * What the viewer wants: {@code take}, {@code release}, {@code break}, or {@code alive}, which is
   * answered with the status.
   *
   * @return the command, when it is none of these
   * @throws IllegalArgumentException it is no command
   */
  public static JsonObject command(Session session, String text) {
    JsonObject command = ConsoleJson.object(text);
    Seat seat = seat(session);
    switch (ConsoleJson.type(command)) {
      case "take" -> seat.takeKeyboard();
      case "release" -> seat.putKeyboardDown();
      case "break" -> seat.sendBreak();
      case "alive" -> seat.statusChanged();
      default -> {
        return command;
      }
    }
    return JsonObject.EMPTY_JSON_OBJECT;
  }

  /** The place that the connection has. */
  public static Seat seat(Session session) {
    return (Seat) session.getUserProperties().get(SEAT);
  }

  /** The connection is gone. Repeats safely. */
  public static void closed(Session session) {
    if (session.getUserProperties().get(SEAT) instanceof Seat seat) {
      seat.close();
    }
  }

  /** Ends the connection and says why, as far as a WebSocket can: 123 bytes. */
  public static void refuse(Session session, String reason) {
    SocketEnd.close(session, CloseReason.CloseCodes.VIOLATED_POLICY, reason);
  }

  @Override
  public CompletionStage<Void> send(ConsoleEvent event) {
    CompletableFuture<Void> sent = new CompletableFuture<>();
    SendHandler handler =
        result -> {
          if (result.isOK()) {
            sent.complete(null);
          } else {
            sent.completeExceptionally(result.getException());
          }
        };
    if (event instanceof Output output) {
      session.getAsyncRemote().sendBinary(ByteBuffer.wrap(output.bytes()), handler);
    } else {
      session.getAsyncRemote().sendText(ConsoleJson.write(event), handler);
    }
    return sent;
  }

  @Override
  public void end() {
    SocketEnd.close(session, CloseReason.CloseCodes.NORMAL_CLOSURE, "The console ended.");
  }
}
