package org.haas.console;

import static java.lang.System.Logger.Level.DEBUG;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.haas.access.Caller;
import org.haas.console.ConsoleStore.Owner;
import org.haas.error.ErrorCode;
import org.haas.error.HaasException;

/**
 * The viewers of this instance whose consoles other instances have. It looks after their rights and
 * their time; the other side has only its word.
 */
@ApplicationScoped
class ConsoleRelays implements RelayedSeat.Search {
  private static final System.Logger LOG = System.getLogger(ConsoleRelays.class.getName());
  private static final String DOOR = "/api/relay/consoles";
  private static final Duration LONGEST_CONNECT = Duration.ofSeconds(3);

  private final Set<RelayedSeat> seats = ConcurrentHashMap.newKeySet();

  @Inject private ConsoleStore store;
  @Inject private ConsoleHubs hubs;
  @Inject private RelayTickets tickets;
  @Inject private Clock clock;

  private volatile ManagedScheduledExecutorService executor;
  private HttpClient http;

  /** Relays from now on; handed over as to {@link ConsoleHubs#begin}. */
  void begin(ManagedScheduledExecutorService onTime) {
    executor = onTime;
  }

  /** Whether anybody sits elsewhere. */
  boolean areOpen() {
    return !seats.isEmpty();
  }

  /**
   * A place at a console that another instance has; it is being connected.
   *
   * @throws HaasException UNAVAILABLE that instance is too old to be asked
   */
  Seat begin(Place place, Guest guest) {
    if (store.owner(place).filter(owner -> owner.address().isEmpty()).isPresent()) {
      throw new HaasException(
          ErrorCode.UNAVAILABLE,
          "The console of %s is with another instance of HaaS, which has to be upgraded first."
              .formatted(place.described()));
    }
    RelayedSeat seat = new RelayedSeat(place, guest, clock, this);
    seats.add(seat);
    begin(seat, Duration.ZERO);
    return seat;
  }

  @Override
  public void begin(RelayedSeat seat, Duration after) {
    try {
      var unused = executor.schedule(() -> search(seat), after.toNanos(), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException stopping) {
      seat.end("The server stops; connect again.");
    }
  }

  @Override
  public void over(RelayedSeat seat) {
    seats.remove(seat);
  }

  private void search(RelayedSeat seat) {
    if (seat.isEnding()) {
      return;
    }
    try {
      if (mayStay(seat)) {
        find(seat);
      }
    } catch (HaasException | IllegalStateException notNow) {
      LOG.log(DEBUG, "a console is looked for again", notNow);
      seat.searchAgain();
    }
  }

  /** Lets a viewer go who may not see it any more, and who has nothing to see any more. */
  private boolean mayStay(RelayedSeat seat) {
    if (store.isEnding(seat.place())) {
      seat.end(seat.place().ended() + ".");
    } else if (seat.guest().caller().filter(caller -> maySee(seat, caller)).isEmpty()) {
      seat.end("You may not see this %s any more.".formatted(seat.place().sort()));
    }
    return !seat.isEnding();
  }

  private boolean maySee(RelayedSeat seat, Caller caller) {
    return store.maySee(seat.place(), caller);
  }

  private void find(RelayedSeat seat) {
    Optional<Owner> owner = store.owner(seat.place());
    UUID self = store.instance();
    if (owner.filter(one -> !one.instance().equals(self)).isPresent()) {
      connect(seat, owner.get());
      return;
    }
    Optional<ConsoleHub> here = hubs.hub(seat.place());
    if (here.isEmpty()) {
      seat.searchAgain();
      return;
    }
    seat.sit(here.get().join(guest(seat)), self);
  }

  private static Guest guest(RelayedSeat seat) {
    return seat.guest().relayed(seat.seen(), seat::wake);
  }

  private void connect(RelayedSeat seat, Owner owner) {
    String address = owner.address().orElseThrow(IllegalStateException::new);
    Link link = new Link(guest(seat), clock);
    RelayTicket ticket =
        new RelayTicket(
            seat.place(),
            seat.guest().caller().orElseThrow(),
            seat.guest().replay(),
            seat.seen(),
            owner.millis());
    var unused =
        client()
            .newWebSocketBuilder()
            .connectTimeout(LONGEST_CONNECT)
            .header("Authorization", RelayDoor.SCHEME + tickets.write(owner.instance(), ticket))
            .buildAsync(URI.create(address.replaceFirst("^http", "ws") + DOOR), link)
            .whenComplete(
                (socket, failed) -> {
                  if (failed == null) {
                    seat.sit(link, owner.instance());
                  } else {
                    LOG.log(DEBUG, "the instance at " + address + " is not reached", failed);
                    link.close();
                    seat.searchAgain();
                  }
                });
  }

  /** One for all: it has a thread of its own, which an instance alone never needs. */
  private synchronized HttpClient client() {
    if (http == null) {
      http =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_1_1)
              .connectTimeout(LONGEST_CONNECT)
              .proxy(HttpClient.Builder.NO_PROXY)
              .executor(executor)
              .build();
    }
    return http;
  }

  /** Follows consoles that went elsewhere, and lets viewers go whose time is over. */
  void look() {
    if (seats.isEmpty()) {
      return;
    }
    Map<UUID, UUID> owners = store.owners();
    for (RelayedSeat seat : seats) {
      if (seat.isOverdue(clock.instant())) {
        seat.end("Your time is over; log in and connect again.");
      } else {
        seat.stayOnlyAt(Optional.ofNullable(owners.get(seat.place().tenure())));
        seat.beat();
      }
    }
  }

  /** Lets viewers go who may not see it any more. */
  void lookAtViewers() {
    seats.forEach(this::mayStay);
  }

  @PreDestroy
  void stop() {
    seats.forEach(seat -> seat.end("The server stops; connect again."));
  }
}
