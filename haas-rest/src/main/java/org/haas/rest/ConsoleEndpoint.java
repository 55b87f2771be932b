package org.haas.rest;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import org.haas.access.Tokens;
import org.haas.console.ConsoleHubs;
import org.haas.console.ConsoleSocket;
import org.haas.console.SocketEnd;
import org.haas.error.HaasException;

/** A console both ways, for programs. {@link ConsoleHandshake} has checked who comes. */
@ServerEndpoint(value = "/v1/nodes/{node}/console/ws", subprotocols = "haas.console")
public class ConsoleEndpoint {
  @Inject private ConsoleHubs hubs;
  @Inject private Tokens tokens;

  /** Shows the console. */
  @OnOpen
  public void open(Session session) {
    if (!(session.getUserPrincipal() instanceof ConsoleHandshake.Guest guest)) {
      ConsoleSocket.refuse(session, "Log in first.");
      return;
    }
    try {
      ConsoleSocket.open(session, hubs, guest.ticket(), guest.visit());
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

  /** Does what is asked; {@code login} with a new {@code token} stays for as long as that holds. */
  @OnMessage
  public void asked(Session session, String text) {
    if (SocketEnd.isNear(session)) {
      return;
    }
    try {
      JsonObject other = ConsoleSocket.command(session, text);
      if (!other.isEmpty()) {
        stay(session, other);
      }
    } catch (HaasException | IllegalArgumentException wrong) {
      ConsoleSocket.refuse(session, "That is no command; docs/api.md lists them.");
    }
  }

  private void stay(Session session, JsonObject command) {
    if (!command.getString("type").equals("login")
        || !(command.get("token") instanceof JsonString token)
        || !(session.getUserPrincipal() instanceof ConsoleHandshake.Guest guest)) {
      throw new IllegalArgumentException(command.getString("type"));
    }
    Tokens.Login login = tokens.check(token.getString());
    if (!login.caller().equals(guest.visit().caller())) {
      throw new IllegalArgumentException("another person's token");
    }
    ConsoleSocket.seat(session).stayUntil(login.until());
  }

  /** The viewer is gone. */
  @OnClose
  public void close(Session session) {
    ConsoleSocket.closed(session);
  }

  /** A broken connection is one that is gone. */
  @OnError
  public void broken(Session session, Throwable failure) {
    ConsoleSocket.closed(session);
  }
}
