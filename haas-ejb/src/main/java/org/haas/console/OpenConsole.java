package org.haas.console;

import java.time.Instant;
import java.util.function.Predicate;
import org.haas.access.Caller;

/** A hub, and how long this instance may have it. */
final class OpenConsole {
  private final ConsoleHub hub;
  private final ClaimEnd end;
  private boolean ending;

  OpenConsole(ConsoleHub hub, ClaimEnd end) {
    this.hub = hub;
    this.end = end;
  }

  ConsoleHub hub() {
    return hub;
  }

  ClaimEnd end() {
    return end;
  }

  boolean isOf(Place place) {
    return hub.place().equals(place) && !hub.isOver();
  }

  /** Whether nobody has begun to end it before. */
  synchronized boolean beginEnd() {
    boolean first = !ending;
    ending = true;
    return first;
  }

  void letOverdueGo(Instant now) {
    hub.seats().stream()
        .filter(seat -> seat.isOverdue(now))
        .forEach(seat -> seat.end("Your time is over; log in and connect again."));
  }

  void letGo(Predicate<Caller> whom) {
    hub.seats().stream()
        .filter(seat -> seat.guest().caller().filter(whom).isPresent())
        .forEach(
            seat -> seat.end("You may not see this %s any more.".formatted(hub.place().sort())));
  }
}
