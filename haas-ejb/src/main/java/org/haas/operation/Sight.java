package org.haas.operation;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.haas.access.Caller;
import org.haas.access.CurrentCaller;
import org.haas.access.Memberships;

/**
 * Decides what of a change a person may be told, for open pages and event streams. His projects are
 * remembered until any membership changes: the database tells that before it tells of any change
 * that came later, so who was taken out of a project hears no more of it.
 */
@ApplicationScoped
public class Sight {
  @Inject private Memberships own;
  @Inject private CurrentCaller current;
  @Inject private Changes changes;

  private volatile Map<Caller, Set<Long>> memberships = new ConcurrentHashMap<>();
  private Changes.Subscription subscription;

  @PostConstruct
  void watch() {
    subscription = changes.watch(this::heard);
  }

  @PreDestroy
  void stop() {
    subscription.close();
  }

  private void heard(Change change) {
    if (change.kind() == Change.Kind.MEMBERSHIP || change.kind() == Change.Kind.MISSED) {
      memberships = new ConcurrentHashMap<>();
    }
  }

  /**
   * What to tell this caller of these changes, each thing once; perhaps nothing.
   *
   * @throws org.haas.error.HaasException NOT_AUTHENTICATED a token that is not good any more
   */
  @ActivateRequestContext
  public Set<ChangeView> tell(Caller caller, Set<Change> told) {
    current.is(caller, "");
    Set<Long> projects = projects(caller);
    Set<ChangeView> views = new LinkedHashSet<>();
    told.forEach(change -> seen(change, caller.admin(), projects).forEach(views::add));
    return views;
  }

  /**
   * Whether there is nothing to tell this caller of the change, as far as can be said without
   * asking the database. Never waits.
   */
  public boolean isNothing(Caller caller, Change change) {
    Set<Long> projects = memberships.get(caller);
    return projects != null && seen(change, caller.admin(), projects).findAny().isEmpty();
  }

  /** What was read before a membership changed goes into the map that nobody asks any more. */
  private Set<Long> projects(Caller caller) {
    return memberships.computeIfAbsent(
        caller, asked -> asked.admin() && !asked.isToken() ? Set.of() : own.own());
  }

  /**
   * The change with its names for administrators and the project's members. That some node changed
   * is for everybody, because a free one may have come or gone; likewise a network that is
   * nobody's. Anything else of another project is not told at all.
   */
  static Stream<ChangeView> seen(Change change, boolean admin, Set<Long> projects) {
    return switch (change.kind()) {
      case QUEUE, MEMBERSHIP -> Stream.empty();
      case MISSED ->
          Stream.of(
                  Change.Kind.NODE,
                  Change.Kind.NETWORK,
                  Change.Kind.HEADNODE,
                  Change.Kind.OPERATION)
              .map(ChangeView::nameless);
      case NODE, NETWORK, HEADNODE, OPERATION -> seenThing(change, admin, projects);
      case POWER ->
          isNamed(change, admin, projects) ? named(change, Change.Kind.NODE) : Stream.empty();
    };
  }

  private static boolean isNamed(Change change, boolean admin, Set<Long> projects) {
    return admin
        || (change.project().isPresent() && projects.contains(change.project().getAsLong()));
  }

  private static Stream<ChangeView> named(Change change, Change.Kind as) {
    return Stream.of(new ChangeView(as, Optional.of(change.name()), change.node()));
  }

  private static Stream<ChangeView> seenThing(Change change, boolean admin, Set<Long> projects) {
    if (isNamed(change, admin, projects)) {
      return named(change, change.kind());
    }
    boolean open =
        change.kind() == Change.Kind.NODE
            || (change.kind() == Change.Kind.NETWORK && change.project().isEmpty());
    return open ? Stream.of(ChangeView.nameless(change.kind())) : Stream.empty();
  }
}
