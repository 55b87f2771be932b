package org.haas.rest;

import jakarta.inject.Inject;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import org.haas.console.ConsoleSocket;
import org.haas.console.RelayDoor;
import org.haas.console.SocketEnd;
import org.haas.error.HaasException;

/** A console both ways, for another instance. {@link RelayHandshake} has checked that it is one. */
@ServerEndpoint("/relay/consoles")
public class RelayEndpoint {
  @Inject private RelayDoor relays;

  /** Shows the console. */
  @OnOpen
  public void open(Session session) {
    if (!(session.getUserPrincipal() instanceof RelayHandshake.Instance instance)) {
      ConsoleSocket.refuse(session, "This door is for instances of HaaS.");
      return;
    }
    try {
      ConsoleSocket.open(session, relays, instance.admission());
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
      ConsoleSocket.command(session, text);
    } catch (IllegalArgumentException wrong) {
      ConsoleSocket.refuse(session, "That is no command.");
    }
  }

  /** The viewer is gone, or the instance. */
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
