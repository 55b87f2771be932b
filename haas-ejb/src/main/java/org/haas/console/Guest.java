package org.haas.console;

import java.time.Instant;
import java.util.Optional;
import org.haas.access.Caller;

/**
 * Who takes a seat.
 *
 * @param caller empty for the recording, which counts as nobody
 * @param replay whether he wants what is kept from before
 * @param until when his login is over; empty: when he goes
 * @param relayed whether he stands for somebody elsewhere, who has to know from where he hears
 * @param wake called when there is something to take; must return at once
 */
record Guest(
    Optional<Caller> caller,
    boolean replay,
    Optional<Instant> until,
    Optional<Relayed> relayed,
    Runnable wake) {

  /** A viewer of this instance. */
  static Guest here(Visit visit, Runnable wake) {
    return new Guest(
        Optional.of(visit.caller()), visit.replay(), visit.until(), Optional.empty(), wake);
  }

  /** The one who writes it down. */
  static Guest recorder(Runnable wake) {
    return new Guest(Optional.empty(), true, Optional.empty(), Optional.empty(), wake);
  }

  /** Who stands for a viewer of another instance. */
  static Guest elsewhere(RelayTicket ticket, Runnable wake) {
    return new Guest(
        Optional.of(ticket.caller()),
        ticket.replay(),
        Optional.empty(),
        Optional.of(new Relayed(ticket.after())),
        wake);
  }

  /** Who stands for this viewer where the console is: his time is looked after where he is. */
  Guest relayed(Optional<Position> after, Runnable wake) {
    return new Guest(caller, replay, Optional.empty(), Optional.of(new Relayed(after)), wake);
  }

  /** Whether the other viewers do not see him. */
  boolean silent() {
    return caller.isEmpty();
  }

  /** What the other viewers call him. */
  String name() {
    return caller.map(Caller::username).orElse("");
  }
}
