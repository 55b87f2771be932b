package org.haas.web.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.websocket.Session;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.haas.console.ConsoleHubs;
import org.haas.console.ConsoleSocket;
import org.haas.console.Seat;

/** Who of the portal sits at a console of this instance. */
@ApplicationScoped
public class ConsoleVisitors {
  private final Map<Session, String> logins = new ConcurrentHashMap<>();

  @Inject private ConsoleHubs hubs;

  void add(Session session, ConsoleVisitor visitor) {
    ConsoleSocket.open(session, hubs, visitor.ticket(), visitor.visit());
    logins.put(session, visitor.signedIn().login());
  }

  void remove(Session session) {
    logins.remove(session);
    ConsoleSocket.closed(session);
  }

  /** Ends what was opened under a login that is over. */
  void endOf(String login) {
    logins.forEach(
        (session, its) -> {
          Seat seat = ConsoleSocket.seat(session);
          if (its.equals(login) && seat != null) {
            seat.end("You have signed out.");
          }
        });
  }
}
