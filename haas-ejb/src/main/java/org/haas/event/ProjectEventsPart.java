package org.haas.event;

import java.util.List;

/**
 * What came after a place.
 *
 * @param projectId the project's id
 * @param missed whether events after that place are not kept any more, or the place is one that
 *     this database does not know: look at everything
 * @param events in order, {@link ProjectEventStore#MOST} at most
 * @param position where to go on: the last event's place
 */
public record ProjectEventsPart(
    long projectId, boolean missed, List<ProjectEventView> events, long position) {
  /** Copies the list. */
  public ProjectEventsPart {
    events = List.copyOf(events);
  }

  /** Whether there may be more already. */
  public boolean isFull() {
    return events.size() >= ProjectEventStore.MOST;
  }
}
