package org.haas.rest;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import org.haas.event.ProjectEventReader;
import org.haas.event.ProjectEventView;
import org.haas.event.ProjectEventsPart;
import org.haas.operation.Change;
import org.haas.spi.Label;

/**
 * Somebody who is told all that happens in a project, in order. A change only says that it is time
 * to read on; what nobody announces is read with the next sign of life.
 */
final class ProjectStream extends EventStream {
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final Label project;
  private final long projectId;
  private final ProjectEventReader reader;
  private long position;

  /**
   * Tells nothing yet.
   *
   * @param where what to begin with
   */
  ProjectStream(
      Listener listener,
      Where where,
      EventChannel channel,
      ProjectEventReader reader,
      ScheduledExecutorService executor) {
    super(listener, channel, executor, PAUSE);
    this.project = where.project();
    this.projectId = where.projectId();
    this.position = where.position();
    this.reader = reader;
  }

  /** A place among the events of a project. */
  record Where(Label project, long projectId, long position) {}

  @Override
  void greet() {
    channel().ready(position);
    again();
  }

  /** What is nobody's now may have been this project's. */
  @Override
  boolean concerns(Change change) {
    return switch (change.kind()) {
      case QUEUE -> false;
      case MISSED, MEMBERSHIP -> true;
      case NODE, NETWORK, POWER, HEADNODE, OPERATION ->
          change.project().isEmpty() || change.project().getAsLong() == projectId;
    };
  }

  /** Called by one thread at a time. */
  @Override
  void tell(Set<Change> changes) {
    ProjectEventsPart part = reader.after(caller(), project, position);
    List<ProjectEventView> events = part.events();
    if (part.missed()) {
      channel().missed(events.isEmpty() ? part.position() : events.get(0).position() - 1);
    }
    events.forEach(channel()::tell);
    position = part.position();
    if (changes.isEmpty()) {
      channel().beat(position);
    }
    if (part.isFull()) {
      again();
    }
  }
}
