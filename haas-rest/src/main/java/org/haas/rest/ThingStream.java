package org.haas.rest;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import org.haas.operation.Change;
import org.haas.operation.ChangeView;
import org.haas.operation.Sight;

/** Somebody who is told what to look at again. */
final class ThingStream extends EventStream {
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final Optional<Change.Kind> kind;
  private final Sight sight;

  /**
   * Tells nothing yet.
   *
   * @param kind what he wants to hear of; empty: everything
   */
  ThingStream(
      Listener listener,
      Optional<Change.Kind> kind,
      EventChannel channel,
      Sight sight,
      ScheduledExecutorService executor) {
    super(listener, channel, executor, PAUSE);
    this.kind = kind;
    this.sight = sight;
  }

  @Override
  boolean concerns(Change change) {
    boolean wanted =
        kind.isEmpty() || change.kind() == Change.Kind.MISSED || change.kind() == kind.get();
    return wanted && !sight.isNothing(caller(), change);
  }

  @Override
  void tell(Set<Change> changes) {
    if (changes.isEmpty()) {
      channel().beat();
    }
    for (ChangeView view : sight.tell(caller(), changes)) {
      if (kind.isEmpty() || kind.get() == view.kind()) {
        channel().tell(view);
      }
    }
  }
}
