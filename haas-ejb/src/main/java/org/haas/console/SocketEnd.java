package org.haas.console;

import static java.lang.System.Logger.Level.DEBUG;

import jakarta.servlet.ServletContext;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCode;
import jakarta.websocket.Session;
import jakarta.websocket.WebSocketContainer;
import jakarta.websocket.server.ServerContainer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Ends a WebSocket from our side: asks the other for a sign of life, and closes when it comes (ADR
 * 33). A WebSocket that is closed by any other thread than the one that reads it can make Payara 6
 * finish its request twice (Payara issue 5432); one request object then serves two clients at once.
 */
public final class SocketEnd {
  /** How long the other is waited for. */
  static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final System.Logger LOG = System.getLogger(SocketEnd.class.getName());
  private static final String ENDING = "org.haas.console.ending";
  private static final int LONGEST_REASON = 120;
  private static final Executor LATER =
      CompletableFuture.delayedExecutor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);

  private SocketEnd() {}

  /**
   * Closes it soon. Never waits; the first reason counts.
   *
   * @param why is cut at what a WebSocket can say: 123 bytes
   */
  public static void close(Session session, CloseCode code, String why) {
    String told = why.substring(0, Math.min(why.length(), LONGEST_REASON));
    CloseReason reason = new CloseReason(code, told);
    if (session.getUserProperties().putIfAbsent(ENDING, reason) != null) {
      return;
    }
    LATER.execute(() -> closeNow(session, reason));
    try {
      session.getAsyncRemote().sendPing(ByteBuffer.allocate(0));
    } catch (IOException | IllegalStateException gone) {
      LOG.log(DEBUG, "a viewer was gone before", gone);
    }
  }

  /**
   * Makes connections of this application that begin from now on last for a day of silence at most,
   * unless {@link #afterSilence} says otherwise. To be called before there is any: without it
   * Payara's Tyrus schedules the end of a new connection for now, to be left out if it then has no
   * longest silence; one that is given its own at that moment is ended at once (ADR 33).
   */
  public static void prepare(ServletContext application) {
    WebSocketContainer container =
        (WebSocketContainer) application.getAttribute(ServerContainer.class.getName());
    container.setDefaultMaxSessionIdleTimeout(Duration.ofDays(1).toMillis());
  }

  /**
   * Lets the container close it when nothing was sent or came for so long.
   *
   * @throws IllegalStateException the application was not {@link #prepare prepared}
   */
  static void afterSilence(Session session, Duration longest) {
    if (session.getMaxIdleTimeout() <= 0) {
      throw new IllegalStateException("SocketEnd.prepare was not called by this application.");
    }
    session.setMaxIdleTimeout(longest.toMillis());
  }

  /**
   * To be asked of all that comes in, before it is looked at.
   *
   * @return whether the connection was closed just now, or is about to be: what came counts for
   *     nothing
   */
  public static boolean isNear(Session session) {
    if (session.getUserProperties().get(ENDING) instanceof CloseReason reason) {
      closeNow(session, reason);
      return true;
    }
    return false;
  }

  private static void closeNow(Session session, CloseReason reason) {
    try {
      if (session.isOpen()) {
        session.close(reason);
      }
    } catch (IOException | IllegalStateException gone) {
      LOG.log(DEBUG, "a viewer was gone before", gone);
    }
  }
}
