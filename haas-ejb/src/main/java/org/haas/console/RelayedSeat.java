package org.haas.console;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.haas.console.ConsoleEvent.Beginning;
import org.haas.console.ConsoleEvent.Kind;
import org.haas.console.ConsoleEvent.Lost;
import org.haas.console.ConsoleEvent.Notice;
import org.haas.console.ConsoleEvent.Output;
import org.haas.console.ConsoleEvent.Status;

/**
 * A place at a console that another instance had when it was taken. When the way there is lost, or
 * that instance is, it is looked for again, and the viewer goes on where he was: there, at a third
 * instance, or here.
 */
final class RelayedSeat extends Seat {
  private static final Duration FIRST = Duration.ofMillis(250);
  private static final Duration LONGEST = Duration.ofSeconds(2);

  private final Place place;
  private final Search search;
  private final Trail trail = new Trail();
  private Optional<Sitting> sitting = Optional.empty();
  private Duration pause = FIRST;
  private boolean away;
  private boolean statusDue;

  /** Where he sits now, and whose that is. */
  private record Sitting(Seat seat, UUID instance) {}

  /** How the console is found. */
  interface Search {
    /** Calls {@link RelayedSeat#sit} or {@link RelayedSeat#searchAgain}, after that time. */
    void begin(RelayedSeat seat, Duration after);

    /** The viewer is gone. */
    void over(RelayedSeat seat);
  }

  RelayedSeat(Place place, Guest guest, Clock clock, Search search) {
    super(guest, clock);
    this.place = place;
    this.search = search;
  }

  Place place() {
    return place;
  }

  /** What he has seen, to be gone on from. */
  synchronized Optional<Position> seen() {
    return trail.seen();
  }

  /** Where he may sit from now on. */
  void sit(Seat found, UUID instance) {
    boolean taken;
    synchronized (this) {
      taken = sitting.isEmpty() && !isEnding();
      if (taken) {
        sitting = Optional.of(new Sitting(found, instance));
        pause = FIRST;
      }
    }
    if (!taken) {
      found.close();
    }
    wake();
  }

  /** It was not found, this time. */
  void searchAgain() {
    Duration now;
    synchronized (this) {
      now = pause;
      pause = pause.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : pause.multipliedBy(2);
    }
    miss();
    search.begin(this, now);
  }

  /** Looks for another place, unless this instance has the console. */
  void stayOnlyAt(Optional<UUID> owner) {
    Optional<Sitting> now = now();
    if (now.isPresent() && owner.filter(now.get().instance()::equals).isEmpty()) {
      lose(now.get());
    }
  }

  private synchronized Optional<Sitting> now() {
    return sitting;
  }

  @Override
  Optional<ConsoleEvent> more() {
    for (Optional<Sitting> now = now(); now.isPresent(); now = now()) {
      Optional<ConsoleEvent> event = now.get().seat().next();
      if (event.isEmpty()) {
        return event;
      }
      Optional<ConsoleEvent> told = noted(event.get(), now.get());
      if (told.isPresent()) {
        return told;
      }
    }
    return status();
  }

  /** While nobody knows how things are. */
  private synchronized Optional<ConsoleEvent> status() {
    if (!statusDue) {
      return Optional.empty();
    }
    statusDue = false;
    return Optional.of(new Status(false, 1, "", false));
  }

  /** What of it the viewer is told. */
  private Optional<ConsoleEvent> noted(ConsoleEvent event, Sitting from) {
    if (event instanceof Notice notice) {
      return noted(notice, from);
    }
    synchronized (this) {
      if (event instanceof Output output) {
        trail.add(output.bytes().length);
      } else if (event instanceof Lost lost) {
        trail.add(lost.bytes());
      } else if (event instanceof Beginning beginning) {
        return begun(beginning.at());
      }
    }
    return Optional.of(event);
  }

  /** The end there is not the end here: whoever looks for the console finds out whether it is. */
  private Optional<ConsoleEvent> noted(Notice notice, Sitting from) {
    if (notice.kind() == Kind.ENDED) {
      lose(from);
      return Optional.empty();
    }
    if (notice.kind() == Kind.NOT_YOURS || notice.kind() == Kind.NOT_SENT) {
      return Optional.of(notice);
    }
    synchronized (this) {
      return trail.add(notice) ? Optional.of(notice) : Optional.empty();
    }
  }

  /** Under the lock. */
  private Optional<ConsoleEvent> begun(Position at) {
    boolean same = trail.begin(at);
    if (!away) {
      return Optional.empty();
    }
    away = false;
    return Optional.of(
        notice(Kind.BACK, same ? "Nothing is missing." : "What came meanwhile may be missing."));
  }

  private void lose(Sitting gone) {
    synchronized (this) {
      if (sitting.filter(gone::equals).isEmpty()) {
        return;
      }
      sitting = Optional.empty();
    }
    gone.seat().close();
    miss();
    search.begin(this, Duration.ZERO);
  }

  /** The viewer is told once that he has to wait. */
  private void miss() {
    synchronized (this) {
      if (away) {
        return;
      }
      away = true;
      statusDue = true;
    }
    tell(notice(Kind.AWAY, ""));
  }

  @Override
  public void type(byte[] keys) {
    if (isEnding() || keys.length == 0) {
      return;
    }
    sitting().ifPresentOrElse(seat -> seat.type(keys), this::sayNotSent);
  }

  @Override
  public void sendBreak() {
    if (!isEnding()) {
      sitting().ifPresentOrElse(Seat::sendBreak, this::sayNotSent);
    }
  }

  private void sayNotSent() {
    tell(notice(Kind.NOT_SENT, "The console is not connected."));
  }

  @Override
  public void takeKeyboard() {
    sitting().ifPresent(Seat::takeKeyboard);
  }

  @Override
  public void putKeyboardDown() {
    sitting().ifPresent(Seat::putKeyboardDown);
  }

  @Override
  public void statusChanged() {
    Optional<Seat> there = sitting();
    there.ifPresent(Seat::statusChanged);
    synchronized (this) {
      statusDue = there.isEmpty();
    }
    wake();
  }

  /** Lets the other side know that the viewer is still there. */
  void beat() {
    sitting()
        .ifPresent(
            seat -> {
              if (seat instanceof Link link) {
                link.beat();
              }
            });
  }

  private Optional<Seat> sitting() {
    return now().map(Sitting::seat);
  }

  @Override
  void left() {
    Optional<Seat> there = sitting();
    synchronized (this) {
      sitting = Optional.empty();
    }
    there.ifPresent(Seat::close);
    search.over(this);
  }
}
