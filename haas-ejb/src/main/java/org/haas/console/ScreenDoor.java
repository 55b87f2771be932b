package org.haas.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.haas.access.Caller;
import org.haas.config.HaasConfig;
import org.haas.error.ErrorCode;
import org.haas.error.HaasException;
import org.haas.spi.Label;

/** Checks who opens the WebSocket of a screen, before it is one. */
@ApplicationScoped
public class ScreenDoor {
  @Inject private ScreenTicketStore tickets;
  @Inject private ConsoleStore store;
  @Inject private ScreenRelays relays;
  @Inject private HaasConfig config;

  /**
   * What a request shows.
   *
   * @param origin the page that it comes from, as the browser says
   * @param tickets those that were sent, as they were sent
   * @param beside who also logged in with it
   */
  public record Knock(
      Label headnode, Optional<String> origin, List<String> tickets, Optional<Caller> beside) {
    /** Copies the list. */
    public Knock {
      tickets = List.copyOf(tickets);
    }
  }

  /**
   * Uses the ticket up.
   *
   * @throws HaasException FORBIDDEN another site's page, or none; NOT_AUTHENTICATED the ticket is
   *     no good here, or another person's; NOT_FOUND he may not see it any more; UNAVAILABLE too
   *     many are open
   */
  public ScreenPass admit(Knock knock) {
    if (knock.origin().filter(this::isOwn).isEmpty()) {
      throw HaasException.forbidden(
          "A screen is opened by a page of the portal only: send its address as Origin.");
    }
    ScreenPass pass =
        Optional.of(knock.tickets())
            .filter(sent -> sent.size() == 1)
            .flatMap(sent -> tickets.use(sent.get(0)))
            .filter(used -> used.place().label().equals(knock.headnode()))
            .filter(used -> knock.beside().stream().allMatch(used.caller()::equals))
            .orElseThrow(ScreenDoor::noTicket);
    if (!store.maySee(pass.place(), pass.caller())) {
      throw HaasException.notFound("headnode", knock.headnode());
    }
    relays.requireRoom(pass.place());
    return pass;
  }

  private boolean isOwn(String origin) {
    URI portal = config.publicUrl();
    return origin.equalsIgnoreCase(portal.getScheme() + "://" + portal.getRawAuthority());
  }

  private static HaasException noTicket() {
    return new HaasException(
        ErrorCode.NOT_AUTHENTICATED,
        "Send one ticket for this screen, as the subprotocol haas.ticket.<ticket>; it is good once,"
            + " for half a minute, and for who asked for it.");
  }
}
