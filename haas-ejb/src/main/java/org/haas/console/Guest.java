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
 * @param wake called when there is something to take; must return at once
 */
record Guest(Optional<Caller> caller, boolean replay, Optional<Instant> until, Runnable wake) {
  /** Whether the other viewers do not see him. */
  boolean silent() {
    return caller.isEmpty();
  }

  /** What the other viewers call him. */
  String name() {
    return caller.map(Caller::username).orElse("");
  }
}
