package org.haas.console;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import org.haas.error.ErrorCode;
import org.haas.error.HaasException;
import org.haas.headnode.HeadnodeLineHandler;

/** The screens that are open in this instance. */
@ApplicationScoped
public class ScreenRelays {
  private static final int MOST = 64;
  private static final int MOST_OF_ONE = 8;

  private final Set<ScreenRelay> open = ConcurrentHashMap.newKeySet();

  @Inject private HeadnodeLineHandler headnodes;
  @Inject private ConsoleStore store;
  @Inject private Clock clock;

  private volatile ThreadFactory threads;

  /** Opens screens from now on, on such threads; see {@link ConsoleHubs#begin}. */
  void begin(ThreadFactory forEach) {
    threads = forEach;
  }

  /**
   * Refuses when there are too many.
   *
   * @throws HaasException UNAVAILABLE
   */
  void requireRoom(Place place) {
    long ofIt = open.stream().filter(relay -> relay.pass().place().equals(place)).count();
    if (threads == null || open.size() >= MOST || ofIt >= MOST_OF_ONE) {
      throw new HaasException(
          ErrorCode.UNAVAILABLE,
          "Too many screens are open; close one of %s, or try again later."
              .formatted(place.described()));
    }
  }

  /**
   * Shows the screen, as long as the viewer is there and may see it.
   *
   * @throws HaasException UNAVAILABLE too many are open
   */
  ScreenRelay watch(ScreenPass pass, ScreenViewer viewer) {
    ScreenRelay[] made = new ScreenRelay[1];
    made[0] =
        new ScreenRelay(
            pass,
            ScreenRelay.Patience.USUAL,
            () -> headnodes.screen(pass.place().id()),
            viewer,
            () -> open.remove(made[0]));
    synchronized (this) {
      requireRoom(pass.place());
      open.add(made[0]);
    }
    made[0].start(threads);
    return made[0];
  }

  /** Whether there is any. */
  boolean areOpen() {
    return !open.isEmpty();
  }

  /** Ends those that have nothing to show or nobody to show it to any more. */
  void look() {
    for (ScreenRelay relay : open) {
      ScreenPass pass = relay.pass();
      if (store.isEnding(pass.place())) {
        relay.end(true, pass.place().ended() + ".");
      } else if (!store.maySee(pass.place(), pass.caller())) {
        relay.end(false, "You may not see this headnode any more.");
      } else if (pass.until().filter(end -> !clock.instant().isBefore(end)).isPresent()) {
        relay.end(false, "Your time is over; log in and open it again.");
      }
    }
  }

  @PreDestroy
  void stop() {
    open.forEach(relay -> relay.end(true, "The server stops; open it again."));
  }
}
