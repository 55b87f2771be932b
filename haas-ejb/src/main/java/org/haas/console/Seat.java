package org.haas.console;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.haas.console.ConsoleEvent.Kind;
import org.haas.console.ConsoleEvent.Notice;

/**
 * One viewer's place at a console, wherever that is. He takes what there is at his own pace; nobody
 * waits for him. Thread-safe, but only one thread at a time may ask for {@link #next}.
 */
public abstract class Seat implements AutoCloseable {
  private static final int MOST_OWN = 32;

  private final Guest guest;
  private final Clock clock;
  private final Deque<Notice> own = new ArrayDeque<>();
  private Notice farewell;
  private boolean over;
  private Optional<Instant> until;

  Seat(Guest guest, Clock clock) {
    this.guest = guest;
    this.clock = clock;
    this.until = guest.until();
  }

  /** What comes next; empty: nothing yet, {@link Guest#wake} is called when there is. */
  final Optional<ConsoleEvent> next() {
    synchronized (this) {
      if (farewell != null) {
        Notice last = farewell;
        farewell = null;
        over = true;
        return Optional.of(last);
      }
      if (over) {
        return Optional.empty();
      }
      if (!own.isEmpty()) {
        return Optional.of(own.removeFirst());
      }
    }
    return more();
  }

  /** What comes next of the console; not called any more once the farewell is told. */
  abstract Optional<ConsoleEvent> more();

  /** Whether the last thing was told. */
  final synchronized boolean isOver() {
    return over;
  }

  /** Whether there is nothing more to come but the farewell. */
  final synchronized boolean isEnding() {
    return over || farewell != null;
  }

  /** He may stay until then: he has logged in again. */
  public final synchronized void stayUntil(Instant end) {
    until = Optional.of(end);
  }

  /** Whether his time is over. */
  final synchronized boolean isOverdue(Instant now) {
    return until.filter(end -> !now.isBefore(end)).isPresent();
  }

  /** Who sits there. */
  final Guest guest() {
    return guest;
  }

  final Notice notice(Kind kind, String words) {
    return new Notice(kind, clock.instant(), words);
  }

  /** Tells only this viewer; of too many he hears the first. */
  final void tell(Notice notice) {
    synchronized (this) {
      if (own.size() < MOST_OWN) {
        own.addLast(notice);
      }
    }
    wake();
  }

  /** There is something to take. */
  final void wake() {
    guest.wake().run();
  }

  /** Ends it at once: what was not taken yet is not shown any more. Repeats safely. */
  final void end(Notice why) {
    synchronized (this) {
      if (over || farewell != null) {
        return;
      }
      farewell = why;
    }
    wake();
  }

  /** Ends it at once, with the reason. Repeats safely. */
  public final void end(String why) {
    end(notice(Kind.ENDED, why));
  }

  /** Sends keys, if this viewer has the keyboard or nobody has; else tells him who has. */
  public abstract void type(byte[] keys);

  /** Sends a Break, on the same condition. */
  public abstract void sendBreak();

  /** Takes the keyboard, from whoever has it; everybody is told. */
  public abstract void takeKeyboard();

  /** Puts the keyboard down; everybody is told. */
  public abstract void putKeyboardDown();

  /** The state of things is told again. */
  public abstract void statusChanged();

  /** The viewer is gone. Repeats safely. */
  @Override
  public final void close() {
    synchronized (this) {
      over = true;
      farewell = null;
    }
    left();
  }

  /** He has left. May be called again. */
  abstract void left();
}
