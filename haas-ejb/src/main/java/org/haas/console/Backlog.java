package org.haas.console;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.haas.console.ConsoleEvent.Lost;
import org.haas.console.ConsoleEvent.Notice;
import org.haas.console.ConsoleEvent.Output;

/** What the machine said lately, and what happened between which of its bytes. */
final class Backlog {
  private static final int MOST_MARKS = 256;
  private static final int MOST_AT_ONCE = 32 * 1024;

  private final Ring ring;
  private final Deque<Mark> marks = new ArrayDeque<>();
  private long nextMark;

  Backlog(int capacity) {
    this.ring = new Ring(capacity);
  }

  /** A notice, before the byte at that position. */
  private record Mark(long number, long position, Notice notice) {}

  /** Where a reader is. Owned by him, moved by {@link #next}. */
  static final class Cursor {
    private long position;
    private long mark;

    long position() {
      return position;
    }
  }

  synchronized void append(byte[] bytes, int length) {
    ring.append(bytes, length);
    while (!marks.isEmpty() && marks.getFirst().position < ring.begin()) {
      marks.removeFirst();
    }
  }

  synchronized void append(Notice notice) {
    marks.addLast(new Mark(nextMark++, ring.end(), notice));
    if (marks.size() > MOST_MARKS) {
      marks.removeFirst();
    }
  }

  /** A reader who sees everything that is kept; what is older he does not miss. */
  synchronized Cursor fromTheBeginning() {
    Cursor cursor = new Cursor();
    cursor.position = ring.begin();
    return cursor;
  }

  /** A reader who sees only what comes. */
  synchronized Cursor fromNow() {
    Cursor cursor = new Cursor();
    cursor.position = ring.end();
    cursor.mark = nextMark;
    return cursor;
  }

  /**
   * A reader who has seen everything before that position; notices just there he may see again.
   *
   * @param position of a byte that was, or is to come next
   */
  synchronized Cursor from(long position) {
    Cursor cursor = new Cursor();
    cursor.position = Math.min(position, ring.end());
    cursor.mark =
        marks.stream()
            .filter(mark -> mark.position >= cursor.position)
            .map(Mark::number)
            .findFirst()
            .orElse(nextMark);
    return cursor;
  }

  /** What comes next for the reader: how much he lost, a notice, or bytes; empty: nothing yet. */
  synchronized Optional<ConsoleEvent> next(Cursor cursor) {
    long lost = ring.begin() - cursor.position;
    if (lost > 0) {
      cursor.position = ring.begin();
      return Optional.of(new Lost(lost));
    }
    Optional<Mark> mark = marks.stream().filter(each -> each.number >= cursor.mark).findFirst();
    if (mark.filter(each -> each.position <= cursor.position).isPresent()) {
      cursor.mark = mark.get().number + 1;
      return Optional.of(mark.get().notice);
    }
    long until = Math.min(ring.end(), cursor.position + MOST_AT_ONCE);
    until = Math.min(until, mark.map(Mark::position).orElse(Long.MAX_VALUE));
    if (until == cursor.position) {
      return Optional.empty();
    }
    Output output = new Output(ring.copy(cursor.position, until));
    cursor.position = until;
    return Optional.of(output);
  }
}
