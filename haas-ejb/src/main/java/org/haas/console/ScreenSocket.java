package org.haas.console;

import static java.lang.System.Logger.Level.DEBUG;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A screen at a WebSocket: RFB in binary messages, both ways; no text is understood. */
public final class ScreenSocket implements ScreenViewer {
  private static final System.Logger LOG = System.getLogger(ScreenSocket.class.getName());
  private static final Duration LONGEST_SEND = Duration.ofMinutes(2);
  private static final Duration LONGEST_SILENCE = Duration.ofMinutes(2);
  private static final int LONGEST_MESSAGE = 128 * 1024;
  private static final int LONGEST_TEXT = 120;
  private static final String RELAY = "org.haas.console.screen";

  private final Session session;

  private ScreenSocket(Session session) {
    this.session = session;
  }

  /**
   * Shows the screen at that connection, until either ends.
   *
   * @throws org.haas.error.HaasException UNAVAILABLE too many are open
   */
  public static void open(Session session, ScreenRelays relays, ScreenPass pass) {
    session.setMaxBinaryMessageBufferSize(LONGEST_MESSAGE);
    session.setMaxTextMessageBufferSize(LONGEST_TEXT);
    SocketEnd.afterSilence(session, LONGEST_SILENCE);
    session.getAsyncRemote().setSendTimeout(LONGEST_SEND.toMillis());
    session.getUserProperties().put(RELAY, relays.watch(pass, new ScreenSocket(session)));
  }

  /** The viewer sends this. */
  public static void typed(Session session, byte[] bytes) {
    if (session.getUserProperties().get(RELAY) instanceof ScreenRelay relay) {
      relay.typed(bytes);
    }
  }

  /** The viewer lives. */
  public static void heard(Session session) {
    if (session.getUserProperties().get(RELAY) instanceof ScreenRelay relay) {
      relay.heard();
    }
  }

  /** The connection is gone. Repeats safely. */
  public static void closed(Session session) {
    if (session.getUserProperties().get(RELAY) instanceof ScreenRelay relay) {
      relay.end(true, "The viewer is gone.");
    }
  }

  /** Ends the connection and says why, as far as a WebSocket can. */
  public static void refuse(Session session, String reason) {
    new ScreenSocket(session).end(false, reason);
  }

  @Override
  public CompletionStage<Void> send(byte[] bytes) {
    CompletableFuture<Void> sent = new CompletableFuture<>();
    session
        .getAsyncRemote()
        .sendBinary(
            ByteBuffer.wrap(bytes),
            result -> {
              if (result.isOK()) {
                sent.complete(null);
              } else {
                sent.completeExceptionally(result.getException());
              }
            });
    return sent;
  }

  @Override
  public void ping() {
    try {
      session.getAsyncRemote().sendPing(ByteBuffer.allocate(0));
    } catch (IOException | IllegalStateException gone) {
      LOG.log(DEBUG, "a viewer of a screen was gone before", gone);
    }
  }

  @Override
  public void end(boolean asExpected, String why) {
    CloseReason.CloseCode code =
        asExpected ? CloseReason.CloseCodes.NORMAL_CLOSURE : CloseReason.CloseCodes.VIOLATED_POLICY;
    SocketEnd.close(session, code, why);
  }
}
