package org.haas.console;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.WARNING;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import org.haas.config.HaasConfig;
import org.haas.error.ErrorCode;
import org.haas.error.HaasException;

/** The consoles that this instance has the connections of. */
@ApplicationScoped
public class ConsoleHubs {
  private static final System.Logger LOG = System.getLogger(ConsoleHubs.class.getName());
  private static final Duration LONGEST_STOP = Duration.ofSeconds(3);
  private static final Duration LONGEST_END = Duration.ofSeconds(30);

  private final Map<Place.Machine, OpenConsole> open = new ConcurrentHashMap<>();

  @Inject private ConsoleStore store;
  @Inject private ConsoleHandler handler;
  @Inject private Recordings recordings;
  @Inject private ConsoleRelays relays;
  @Inject private HaasConfig config;
  @Inject private Clock clock;

  private volatile ManagedScheduledExecutorService executor;
  private volatile ThreadFactory threads;
  private volatile boolean stopping;

  /**
   * Opens consoles from now on. The container's resources are handed over by who surely has them:
   * Payara injects none, without a word, into a bean whose first caller is a thread of no
   * component.
   */
  void begin(ManagedScheduledExecutorService onTime, ThreadFactory forEach) {
    executor = onTime;
    threads = forEach;
  }

  /**
   * Shows a console to a viewer from now on: as long as he is connected, may see it and the tenure
   * goes on. The connection to the machine stays until the tenure ends, so that what it says is
   * recorded.
   *
   * <p>If another instance has the connection, that one is asked, as long as it takes.
   *
   * @throws HaasException BLOCKED it is closing; UNAVAILABLE another instance has it, which is too
   *     old to be asked
   */
  public Seat watch(ConsoleTicket ticket, Visit visit, ConsoleViewer viewer) {
    Place place = ticket.place();
    Optional<ConsoleHub> hub = hub(place);
    return new Pump(viewer, executor)
        .begin(
            wake -> {
              Guest guest = Guest.here(visit, wake);
              return hub.isPresent() ? hub.get().join(guest) : relays.begin(place, guest);
            });
  }

  /**
   * Shows a console of this instance to another one's viewer.
   *
   * @throws HaasException BLOCKED it is closing; UNAVAILABLE it is not here
   */
  Seat watch(RelayTicket ticket, ConsoleViewer viewer) {
    OpenConsole known = open.get(ticket.place().machine());
    if (known == null || !known.isOf(ticket.place())) {
      throw new HaasException(ErrorCode.UNAVAILABLE, "The console is not here.");
    }
    return new Pump(viewer, executor)
        .begin(wake -> known.hub().join(Guest.elsewhere(ticket, wake)));
  }

  /** What was recorded in this tenure, oldest first. */
  public InputStream recording(ConsoleTicket ticket) {
    return recordings.read(ticket.place());
  }

  /**
   * The console, claimed if nobody has it.
   *
   * @return empty: another instance has it
   */
  synchronized Optional<ConsoleHub> hub(Place place) {
    OpenConsole known = open.get(place.machine());
    if (known != null && known.isOf(place)) {
      return Optional.of(known.hub());
    }
    if (threads == null) {
      throw new HaasException(ErrorCode.UNAVAILABLE, "HaaS is starting; try again in a moment.");
    }
    if (known != null || stopping) {
      throw HaasException.blocked(
          "The console of %s is closing; try again in a moment.".formatted(place.described()));
    }
    long asked = System.nanoTime();
    if (!store.claim(place)) {
      return Optional.empty();
    }
    OpenConsole opened = begin(place, asked + config.queueClaim().toNanos());
    open.put(place.machine(), opened);
    return Optional.of(opened.hub());
  }

  private OpenConsole begin(Place place, long endNanos) {
    ClaimEnd end = new ClaimEnd(endNanos);
    ConsoleHub hub =
        new ConsoleHub(
            place,
            () -> handler.open(place, end::isAhead),
            new ConsoleHub.Settings(
                config.consoleScrollback(), config.consolePause(), clock, threads));
    recordings
        .begin(place)
        .ifPresent(
            recorder -> new Pump(recorder, executor).begin(wake -> hub.join(Guest.recorder(wake))));
    hub.start();
    return new OpenConsole(hub, end);
  }

  /** Whether there is any. */
  boolean areOpen() {
    return !open.isEmpty();
  }

  /** Extends the claims; ends what has none any more, and viewers whose time is over. */
  void look() {
    if (open.isEmpty()) {
      return;
    }
    long asked = System.nanoTime();
    Set<UUID> mine = renewed();
    for (OpenConsole console : open.values()) {
      Place place = console.hub().place();
      if (mine.contains(place.tenure())) {
        console.end().move(asked + config.queueClaim().toNanos());
        console.letOverdueGo(clock.instant());
      } else if (!console.end().isAhead() || store.isEnding(place)) {
        end(console, place.ended() + ", or another instance has it.");
      }
    }
  }

  /** A database that does not answer takes no claim away before its end. */
  private Set<UUID> renewed() {
    try {
      return store.renew();
    } catch (IllegalStateException silent) {
      LOG.log(WARNING, "the claims on consoles were not extended", silent);
      return Set.of();
    }
  }

  /** Headnodes have changed: one may run now whose console could not be opened before. */
  void hurryHeadnodes() {
    open.values().stream()
        .map(OpenConsole::hub)
        .filter(hub -> hub.place().isHeadnode())
        .forEach(ConsoleHub::hurry);
  }

  /** Lets viewers go who may not see it any more. */
  void lookAtViewers() {
    for (OpenConsole console : open.values()) {
      Place place = console.hub().place();
      console.letGo(caller -> !store.maySee(place, caller));
    }
  }

  /** Forgets what was recorded in tenures that have ended. */
  void tidy() {
    recordings.deleteAllBut(store.tenures());
  }

  private void end(OpenConsole console, String why) {
    if (console.beginEnd()) {
      console.hub().end(why);
      Thread waiting = threads.newThread(() -> finish(console));
      waiting.setName("haas-console-end-" + console.hub().place().label());
      waiting.start();
    }
  }

  /** What is not let go in time keeps its claim until that runs out. */
  private void finish(OpenConsole console) {
    Place place = console.hub().place();
    try {
      if (!console.hub().awaitEnd(LONGEST_END)) {
        LOG.log(ERROR, "what drives {0} does not let go of its console", place.described());
        return;
      }
      if (!stopping) {
        recordings.delete(place);
      }
      store.release(place);
    } finally {
      open.remove(place.machine(), console);
    }
  }

  /** Viewers are cut off by the server itself; what counts is that the controllers are let go. */
  @PreDestroy
  void stop() {
    stopping = true;
    open.values().forEach(console -> console.hub().end("The server stops; connect again."));
    long end = System.nanoTime() + LONGEST_STOP.toNanos();
    for (OpenConsole console : open.values()) {
      Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
      if (console.hub().awaitLetGo(left)) {
        giveBack(console.hub().place());
      }
    }
  }

  private void giveBack(Place place) {
    try {
      store.release(place);
    } catch (IllegalStateException gone) {
      LOG.log(WARNING, "the claim on the console of " + place.described() + " runs out", gone);
    }
  }
}
