package org.haas.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.haas.error.ErrorCode;
import org.haas.error.HaasException;

/**
 * Where other instances come in to the consoles that this one has. They have checked who their
 * viewers are, and let them go in time; here only an instance's word counts.
 */
@ApplicationScoped
public class RelayDoor {
  /** What an instance shows its ticket as. */
  static final String SCHEME = "HaaS-Instance ";

  @Inject private RelayTickets tickets;
  @Inject private ConsoleStore store;
  @Inject private ConsoleHubs hubs;

  /** Who was let in, for whom. */
  public static final class Admission {
    private final RelayTicket ticket;

    private Admission(RelayTicket ticket) {
      this.ticket = ticket;
    }

    /** The viewer's name. */
    public String name() {
      return ticket.caller().username();
    }
  }

  /**
   * Lets an instance in.
   *
   * @param authorization what it sent in the header Authorization; empty: nothing
   * @throws HaasException NOT_AUTHENTICATED no instance wrote it, or not for this; UNAVAILABLE the
   *     console is not here
   */
  public Admission admit(String authorization) {
    if (!authorization.startsWith(SCHEME)) {
      throw RelayTickets.refused();
    }
    String sealed = authorization.substring(SCHEME.length());
    RelayTicket ticket = tickets.read(store.instance(), sealed, store::millis);
    Optional<ConsoleStore.Owner> owner = store.owner(ticket.place());
    if (owner.filter(one -> one.instance().equals(store.instance())).isEmpty()) {
      throw new HaasException(ErrorCode.UNAVAILABLE, "The console is not here.");
    }
    return new Admission(ticket);
  }

  /**
   * Shows the console to a viewer at another instance.
   *
   * @throws HaasException UNAVAILABLE it is not here any more
   */
  Seat watch(Admission admission, ConsoleViewer viewer) {
    return hubs.watch(admission.ticket, viewer);
  }
}
