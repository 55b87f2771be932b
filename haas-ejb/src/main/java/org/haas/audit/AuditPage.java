package org.haas.audit;

import java.util.List;
import java.util.Optional;

/**
 * A part of the trail, newest first. How many there are in all is not counted: there are too many.
 *
 * @param next where the next part begins; empty at the end
 */
public record AuditPage(List<AuditEventView> events, Optional<AuditPosition> next) {
  /** Copies the events. */
  public AuditPage {
    events = List.copyOf(events);
  }
}
