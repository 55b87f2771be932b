package org.haas.rest;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.haas.access.Access;
import org.haas.access.Caller;
import org.haas.access.CurrentCaller;
import org.haas.config.HaasConfig;
import org.haas.error.ErrorCode;
import org.haas.error.HaasException;
import org.haas.event.ProjectEventReader;
import org.haas.event.ProjectEvents;
import org.haas.event.ProjectEventsPart;
import org.haas.operation.Change;
import org.haas.operation.Changes;
import org.haas.operation.Sight;
import org.haas.spi.Label;

/**
 * The open event streams of this instance. A change is offered to each without waiting; writing is
 * done by threads of their own, so that a listener who does not read holds up no request.
 */
@ApplicationScoped
public class EventStreams {
  private static final int MOST_OF_ONE_PERSON = 100;
  private static final long TICK_MILLIS = 1000;

  private final Set<EventStream> open = ConcurrentHashMap.newKeySet();

  @Inject private Access access;
  @Inject private CurrentCaller current;
  @Inject private Changes changes;
  @Inject private Sight sight;
  @EJB private ProjectEvents events;
  @Inject private ProjectEventReader reader;
  @Inject private HaasConfig config;
  @Inject private Clock clock;

  @Resource(lookup = "concurrent/haas-streams")
  private ManagedScheduledExecutorService executor;

  private Changes.Subscription subscription;
  private ScheduledFuture<?> ticks;

  @PostConstruct
  void watch() {
    subscription = changes.watch(change -> open.forEach(stream -> stream.offer(change)));
    ticks =
        executor.scheduleWithFixedDelay(
            this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
  }

  /**
   * Tells the caller what changes from now on.
   *
   * @param kind what he wants to hear of; empty: everything
   * @param longest for how long, but never longer than his login holds
   * @throws HaasException NOT_AUTHENTICATED; BLOCKED he has too many already; UNAVAILABLE all have
   *     too many
   */
  void open(Optional<Change.Kind> kind, Duration longest, EventChannel channel) {
    EventStream.Listener listener = listener(longest);
    open(new ThingStream(listener, kind, channel, sight, executor));
  }

  /**
   * Tells the caller what happens in a project, from a place on.
   *
   * @param from where to begin; empty: now
   * @throws HaasException NOT_AUTHENTICATED; NOT_FOUND, HIDDEN; BLOCKED he has too many already;
   *     UNAVAILABLE all have too many
   */
  void open(Label project, OptionalLong from, Duration longest, EventChannel channel) {
    ProjectEventsPart begin =
        from.isPresent() ? events.after(project, from.getAsLong()) : events.end(project);
    ProjectStream.Where where =
        new ProjectStream.Where(project, begin.projectId(), from.orElse(begin.position()));
    open(new ProjectStream(listener(longest), where, channel, reader, executor));
  }

  private EventStream.Listener listener(Duration longest) {
    Caller caller = access.caller();
    Duration length =
        current
            .until()
            .map(end -> Duration.between(clock.instant(), end))
            .filter(left -> left.compareTo(longest) < 0)
            .orElse(longest);
    return new EventStream.Listener(caller, length);
  }

  private void open(EventStream stream) {
    register(stream, stream.caller());
    stream.begin();
  }

  private synchronized void register(EventStream stream, Caller caller) {
    if (open.stream().filter(each -> each.isOf(caller)).count() >= MOST_OF_ONE_PERSON) {
      throw HaasException.blocked(
          "You have %d event streams open; close one first.".formatted(MOST_OF_ONE_PERSON));
    }
    if (open.size() >= config.eventStreams()) {
      throw new HaasException(
          ErrorCode.UNAVAILABLE, "Too many event streams are open; try again in a while.");
    }
    open.add(stream);
  }

  private void tick() {
    List<EventStream> over = open.stream().filter(EventStream::isOver).toList();
    open.removeAll(over);
    over.forEach(EventStream::end);
    open.forEach(EventStream::beat);
  }

  @PreDestroy
  void stop() {
    subscription.close();
    ticks.cancel(false);
    open.forEach(EventStream::end);
  }
}
