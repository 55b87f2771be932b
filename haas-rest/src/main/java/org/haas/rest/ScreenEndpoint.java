package org.haas.rest;

import jakarta.inject.Inject;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import org.haas.console.ScreenRelays;
import org.haas.console.ScreenSocket;
import org.haas.console.SocketEnd;
import org.haas.error.HaasException;

/** The screen of a headnode. {@link ScreenHandshake} has checked who comes. */
@ServerEndpoint(value = "/v1/headnodes/{headnode}/screen/ws", subprotocols = "haas.screen")
public class ScreenEndpoint {
  @Inject private ScreenRelays relays;

  /** Shows it. */
  @OnOpen
  public void open(Session session) {
    if (!(session.getUserPrincipal() instanceof ScreenHandshake.Guest guest)) {
      ScreenSocket.refuse(session, "Ask for a ticket first.");
      return;
    }
    try {
      ScreenSocket.open(session, relays, guest.pass());
    } catch (HaasException refused) {
      ScreenSocket.refuse(session, refused.getMessage());
    }
  }

  /** Keys, the pointer, and what else RFB says. */
  @OnMessage
  public void typed(Session session, byte[] bytes) {
    if (!SocketEnd.isNear(session)) {
      ScreenSocket.typed(session, bytes);
    }
  }

  /** A sign of life. */
  @OnMessage
  public void heard(Session session, PongMessage answer) {
    if (!SocketEnd.isNear(session)) {
      ScreenSocket.heard(session);
    }
  }

  /** RFB has no texts. */
  @OnMessage
  public void said(Session session, String text) {
    if (!SocketEnd.isNear(session)) {
      ScreenSocket.refuse(session, "A screen takes binary messages only.");
    }
  }

  /** The viewer is gone. */
  @OnClose
  public void close(Session session) {
    ScreenSocket.closed(session);
  }

  /** A broken connection is one that is gone. */
  @OnError
  public void broken(Session session, Throwable failure) {
    ScreenSocket.closed(session);
  }
}
