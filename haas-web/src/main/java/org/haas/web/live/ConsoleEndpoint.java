package org.haas.web.live;

import jakarta.inject.Inject;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import org.haas.console.ConsoleSocket;
import org.haas.console.SocketEnd;
import org.haas.error.HaasException;

/** The terminal of a node's page. {@link ConsoleGate} has checked who comes. */
@ServerEndpoint(value = "/console/{node}", configurator = Handshake.class)
public class ConsoleEndpoint {
  @Inject private ConsoleVisitors visitors;

  /** Shows the console. */
  @OnOpen
  public void open(Session session) {
    if (!(session.getUserPrincipal() instanceof ConsoleVisitor visitor)) {
      ConsoleSocket.refuse(session, "Log in first.");
      return;
    }
    try {
      visitors.add(session, visitor);
    } catch (HaasException refused) {
      ConsoleSocket.refuse(session, refused.getMessage());
    }
  }

  /** Sends keys to the machine. */
  @OnMessage
  public void typed(Session session, byte[] keys) {
    if (!SocketEnd.isNear(session)) {
      ConsoleSocket.typed(session, keys);
    }
  }

  /** A sign of life. */
  @OnMessage
  public void heard(Session session, PongMessage answer) {
    SocketEnd.isNear(session);
  }

  /** Does what is asked. */
  @OnMessage
  public void asked(Session session, String text) {
    if (SocketEnd.isNear(session)) {
      return;
    }
    try {
      if (!ConsoleSocket.command(session, text).isEmpty()) {
        throw new IllegalArgumentException(text);
      }
    } catch (IllegalArgumentException wrong) {
      ConsoleSocket.refuse(session, "That is no command.");
    }
  }

  /** The page went away. */
  @OnClose
  public void close(Session session) {
    visitors.remove(session);
  }

  /** A broken connection is one that went away. */
  @OnError
  public void broken(Session session, Throwable failure) {
    visitors.remove(session);
  }
}
