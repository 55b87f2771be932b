package org.haas.web.live;

import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.util.List;
import org.haas.console.SocketEnd;
import org.haas.web.login.SignedIn;

/**
 * Says what changed, as JSON: {@code {"kind":"NODE","name":"node-03","node":"node-03"}}, without
 * names where the reader may not know them. Answers every message with {@code {}}, so that a page
 * can tell a quiet connection from a dead one.
 */
@ServerEndpoint(value = "/live", configurator = Handshake.class)
public class LiveEndpoint {
  private static final int LONGEST_MESSAGE = 64;

  @Inject private Viewers viewers;

  /** Begins to tell, if the handshake was made by somebody who has logged in. */
  @OnOpen
  public void open(Session session) {
    session.setMaxTextMessageBufferSize(LONGEST_MESSAGE);
    if (session.getUserPrincipal() instanceof SignedIn reader) {
      List<String> heard = session.getRequestParameterMap().getOrDefault("heard", List.of());
      viewers.add(session, reader, String.join("", heard));
      return;
    }
    SocketEnd.close(session, CloseReason.CloseCodes.VIOLATED_POLICY, "Log in first.");
  }

  /** A sign of life. */
  @OnMessage
  public void alive(Session session, String message) {
    if (!SocketEnd.isNear(session)) {
      viewers.answer(session);
    }
  }

  /** The same, below the page. */
  @OnMessage
  public void heard(Session session, PongMessage answer) {
    SocketEnd.isNear(session);
  }

  /** The page went away. */
  @OnClose
  public void close(Session session) {
    viewers.remove(session);
  }

  /** A broken connection is one that went away. */
  @OnError
  public void broken(Session session, Throwable failure) {
    viewers.remove(session);
  }
}
