package org.haas.console;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.haas.console.ConsoleEvent.Kind;
import org.haas.console.ConsoleEvent.Notice;
import org.haas.console.ConsoleEvent.Status;
import org.haas.error.HaasException;

/**
 * One machine's console for one tenure: what it said lately, who watches, and who types. Nobody
 * waits for a viewer, and what is kept for all of them together is the backlog.
 */
final class ConsoleHub {
  private final UUID id = UUID.randomUUID();
  private final Place place;
  private final Settings settings;
  private final Backlog backlog;
  private final Connection connection;
  private final Keyboard keyboard;
  private final Set<Seat> seats = ConcurrentHashMap.newKeySet();
  private Notice farewell;

  /**
   * What a hub is made with.
   *
   * @param scrollback how many bytes a newcomer sees
   * @param longestPause between two attempts to connect
   */
  record Settings(int scrollback, Duration longestPause, Clock clock, ThreadFactory threads) {}

  ConsoleHub(Place place, Line line, Settings settings) {
    this.place = place;
    this.settings = settings;
    this.backlog = new Backlog(settings.scrollback());
    this.connection = new Connection(this, line, settings.longestPause());
    this.keyboard = new Keyboard(this, connection, settings.threads());
  }

  /** Connects, on a thread of its own. */
  void start() {
    connection.start(settings.threads());
  }

  /** Which hub it is: no other one ever has this name. */
  UUID id() {
    return id;
  }

  Clock clock() {
    return settings.clock();
  }

  Place place() {
    return place;
  }

  /**
   * A place for one more viewer.
   *
   * @throws HaasException BLOCKED it has ended
   */
  Seat join(Guest guest) {
    Seat seat = new HubSeat(this, guest, beginning(guest));
    synchronized (this) {
      if (farewell != null) {
        throw HaasException.blocked(
            "The console of %s is closing; try again in a moment.".formatted(place.described()));
      }
      seats.add(seat);
    }
    if (!guest.silent()) {
      connection.hurry();
    }
    statusChanged();
    return seat;
  }

  /**
   * Who comes back goes on where he was. What this hub has is all new to who comes from another
   * one.
   */
  private Backlog.Cursor beginning(Guest guest) {
    Optional<Position> seen = guest.relayed().flatMap(Relayed::after);
    if (seen.filter(position -> position.hub().equals(id)).isPresent()) {
      return backlog.from(seen.get().bytes());
    }
    return guest.replay() || seen.isPresent() ? backlog.fromTheBeginning() : backlog.fromNow();
  }

  /** The machine may be there now. */
  void hurry() {
    connection.hurry();
  }

  void leave(Seat seat) {
    if (seats.remove(seat)) {
      keyboard.putDown(seat);
      statusChanged();
    }
    synchronized (this) {
      notifyAll();
    }
  }

  Set<Seat> seats() {
    return Set.copyOf(seats);
  }

  Keyboard keyboard() {
    return keyboard;
  }

  Optional<ConsoleEvent> next(Backlog.Cursor cursor) {
    return backlog.next(cursor);
  }

  Status status(Seat seat) {
    int viewers = (int) seats.stream().filter(each -> !each.guest().silent()).count();
    Optional<Seat> writer = keyboard.holder();
    return new Status(
        connection.console().isPresent(),
        viewers,
        writer.map(holder -> holder.guest().name()).orElse(""),
        writer.filter(seat::equals).isPresent());
  }

  Notice notice(Kind kind, String words) {
    return new Notice(kind, settings.clock().instant(), words);
  }

  /** The machine said something. */
  void heard(byte[] bytes, int count) {
    if (count > 0) {
      backlog.append(bytes, count);
      seats.forEach(Seat::wake);
    }
  }

  /** Tells everybody, now and later. */
  void happened(Kind kind, String words) {
    backlog.append(notice(kind, words));
    seats.forEach(Seat::wake);
  }

  void statusChanged() {
    seats.forEach(Seat::statusChanged);
  }

  /** Ends it at once for everybody: no byte is read or shown after this. Repeats safely. */
  void end(String why) {
    Notice last;
    synchronized (this) {
      if (farewell == null) {
        farewell = notice(Kind.ENDED, why);
      }
      last = farewell;
    }
    keyboard.end();
    seats.forEach(seat -> seat.end(last));
    connection.end();
  }

  synchronized boolean isOver() {
    return farewell != null;
  }

  /** Waits until the controller is let go and every viewer is; false when it took too long. */
  boolean awaitEnd(Duration longest) {
    long end = System.nanoTime() + longest.toNanos();
    try {
      return connection.awaitEnd(longest) && awaitNobody(end);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Waits until the controller is let go, whoever still watches; false when it took too long. */
  boolean awaitLetGo(Duration longest) {
    try {
      return connection.awaitEnd(longest);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private synchronized boolean awaitNobody(long endNanos) throws InterruptedException {
    for (long left = 1; left > 0 && !seats.isEmpty(); ) {
      left = endNanos - System.nanoTime();
      TimeUnit.NANOSECONDS.timedWait(this, Math.max(1, left));
    }
    return seats.isEmpty();
  }
}
