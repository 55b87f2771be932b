package org.haas.console;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.haas.console.ConsoleEvent.Kind;
import org.haas.console.ConsoleEvent.Notice;

/**
 * One viewer's place at a console. He takes what there is at his own pace; nobody waits for him.
 * Thread-safe, but only one thread at a time may ask for {@link #next}.
 */
public final class Seat implements AutoCloseable {
  private static final int MOST_OWN = 32;

  private final ConsoleHub hub;
  private final Guest guest;
  private final Backlog.Cursor cursor;
  private final Deque<Notice> own = new ArrayDeque<>();
  private boolean statusDue;
  private Notice farewell;
  private boolean over;
  private Optional<Instant> until;

  Seat(ConsoleHub hub, Guest guest, Backlog.Cursor cursor) {
    this.hub = hub;
    this.guest = guest;
    this.cursor = cursor;
    this.statusDue = !guest.silent();
    this.until = guest.until();
  }

  /** What comes next; empty: nothing yet, {@link Guest#wake} is called when there is. */
  Optional<ConsoleEvent> next() {
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
      if (!statusDue) {
        return hub.next(cursor);
      }
      statusDue = false;
    }
    return Optional.of(hub.status(this));
  }

  /** Whether the last thing was told. */
  synchronized boolean isOver() {
    return over;
  }

  /** Whether there is nothing more to come but the farewell. */
  synchronized boolean isEnding() {
    return over || farewell != null;
  }

  /** He may stay until then: he has logged in again. */
  public synchronized void stayUntil(Instant end) {
    until = Optional.of(end);
  }

  /** Whether his time is over. */
  synchronized boolean isOverdue(Instant now) {
    return until.filter(end -> !now.isBefore(end)).isPresent();
  }

  /** Who sits there. */
  Guest guest() {
    return guest;
  }

  /** Tells only this viewer; of too many he hears the first. */
  void tell(Notice notice) {
    synchronized (this) {
      if (own.size() < MOST_OWN) {
        own.addLast(notice);
      }
    }
    guest.wake().run();
  }

  /** The state of things is told again. */
  void statusChanged() {
    synchronized (this) {
      statusDue = !guest.silent();
    }
    guest.wake().run();
  }

  /** There is something to take. */
  void wake() {
    guest.wake().run();
  }

  /** Ends it at once: what was not taken yet is not shown any more. Repeats safely. */
  void end(Notice why) {
    synchronized (this) {
      if (over || farewell != null) {
        return;
      }
      farewell = why;
    }
    guest.wake().run();
  }

  /** Ends it at once, with the reason. Repeats safely. */
  public void end(String why) {
    end(hub.notice(Kind.ENDED, why));
  }

  /** Sends keys, if this viewer has the keyboard or nobody has; else tells him who has. */
  public void type(byte[] keys) {
    if (keys.length > 0) {
      hub.keyboard().type(this, keys);
    }
  }

  /** Sends a Break, on the same condition. */
  public void sendBreak() {
    hub.keyboard().type(this, Typist.BREAK);
  }

  /** Takes the keyboard, from whoever has it; everybody is told. */
  public void takeKeyboard() {
    hub.keyboard().take(this);
  }

  /** Puts the keyboard down; everybody is told. */
  public void putKeyboardDown() {
    hub.keyboard().putDown(this);
  }

  /** The viewer is gone. Repeats safely. */
  @Override
  public void close() {
    synchronized (this) {
      over = true;
      farewell = null;
    }
    hub.leave(this);
  }
}
