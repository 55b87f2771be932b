package org.haas.console;

import static java.lang.System.Logger.Level.DEBUG;
import static org.haas.document.JsonLibrary.JSON;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.websocket.CloseReason;
import jakarta.websocket.SendHandler;
import jakarta.websocket.Session;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.haas.console.ConsoleEvent.Lost;
import org.haas.console.ConsoleEvent.Notice;
import org.haas.console.ConsoleEvent.Output;
import org.haas.console.ConsoleEvent.Status;

/**
 * A viewer at a WebSocket, the same for the API and the portal. What the machine says comes in
 * binary messages and is typed in binary messages; texts are JSON and HaaS's own, so that nobody
 * can take one for the other.
 */
public final class ConsoleSocket implements ConsoleViewer {
  private static final System.Logger LOG = System.getLogger(ConsoleSocket.class.getName());
  private static final int LONGEST_TEXT = 8 * 1024;
  private static final int LONGEST_REASON = 120;
  private static final int LONGEST_KEYS = 32 * 1024;
  private static final Duration LONGEST_SEND = Duration.ofMinutes(2);
  private static final Duration LONGEST_SILENCE = Duration.ofMinutes(10);
  private static final String SEAT = "org.haas.console.seat";

  private final Session session;

  private ConsoleSocket(Session session) {
    this.session = session;
  }

  /** Shows the console at that connection, until either ends. */
  public static void open(Session session, ConsoleHubs hubs, ConsoleTicket ticket, Visit visit) {
    session.setMaxTextMessageBufferSize(LONGEST_TEXT);
    session.setMaxBinaryMessageBufferSize(LONGEST_KEYS);
    session.setMaxIdleTimeout(LONGEST_SILENCE.toMillis());
    session.getAsyncRemote().setSendTimeout(LONGEST_SEND.toMillis());
    session.getUserProperties().put(SEAT, hubs.watch(ticket, visit, new ConsoleSocket(session)));
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
    JsonObject command = parsed(text);
    Seat seat = seat(session);
    switch (type(command)) {
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

  private static JsonObject parsed(String text) {
    try (JsonReader reader = JSON.createReader(new StringReader(text))) {
      return reader.readObject();
    } catch (JsonException wrong) {
      throw new IllegalArgumentException(wrong);
    }
  }

  private static String type(JsonObject command) {
    if (command.get("type") instanceof JsonString type) {
      return type.getString();
    }
    throw new IllegalArgumentException("There is no type.");
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
    String told = reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
    close(session, new CloseReason(CloseReason.CloseCodes.VIOLATED_POLICY, told));
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
      session.getAsyncRemote().sendText(json(event), handler);
    }
    return sent;
  }

  private static String json(ConsoleEvent event) {
    JsonObjectBuilder json = JSON.createObjectBuilder();
    if (event instanceof Notice notice) {
      json.add("type", "notice")
          .add("kind", notice.kind().name())
          .add("at", notice.at().toString())
          .add("words", notice.words())
          .add("sentence", notice.sentence());
    } else if (event instanceof Status status) {
      json.add("type", "status")
          .add("connected", status.connected())
          .add("viewers", status.viewers())
          .add("keyboard", status.keyboard())
          .add("mine", status.mine());
    } else if (event instanceof Lost lost) {
      json.add("type", "lost").add("bytes", lost.bytes());
    }
    return json.build().toString();
  }

  @Override
  public void end() {
    close(session, new CloseReason(CloseReason.CloseCodes.NORMAL_CLOSURE, "The console ended."));
  }

  private static void close(Session session, CloseReason reason) {
    try {
      if (session.isOpen()) {
        session.close(reason);
      }
    } catch (IOException | IllegalStateException gone) {
      LOG.log(DEBUG, "a viewer of a console was gone before", gone);
    }
  }
}
