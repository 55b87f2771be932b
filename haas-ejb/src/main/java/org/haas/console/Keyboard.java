package org.haas.console;

import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import org.haas.console.ConsoleEvent.Kind;
import org.haas.spi.BmcDriver.BmcConsole;
import org.haas.spi.DriverException;

/** Who may type: one viewer at a time, and everybody sees who. */
final class Keyboard {
  private final ConsoleHub hub;
  private final Connection connection;
  private final Typist typist;
  private Seat writer;

  Keyboard(ConsoleHub hub, Connection connection, ThreadFactory threads) {
    this.hub = hub;
    this.connection = connection;
    this.typist = new Typist(threads, this::send);
  }

  /** Who has it. */
  synchronized Optional<Seat> holder() {
    return Optional.ofNullable(writer);
  }

  /** Takes it, from whoever has it; what he typed and was not sent yet never is. */
  void take(Seat seat) {
    synchronized (this) {
      if (writer == seat || seat.isEnding()) {
        return;
      }
      writer = seat;
      typist.clear();
    }
    hub.happened(Kind.KEYBOARD_TAKEN, seat.guest().name());
    hub.statusChanged();
  }

  /** Puts it down, if he has it. */
  void putDown(Seat seat) {
    synchronized (this) {
      if (writer != seat) {
        return;
      }
      writer = null;
    }
    hub.happened(Kind.KEYBOARD_FREE, seat.guest().name());
    hub.statusChanged();
  }

  /** Sends keys soon. A keyboard that nobody has is taken by typing. */
  void type(Seat seat, byte[] keys) {
    if (seat.isEnding()) {
      return;
    }
    Optional<Seat> holder = holder();
    if (holder.isEmpty()) {
      take(seat);
    } else if (holder.get() != seat) {
      seat.tell(hub.notice(Kind.NOT_YOURS, holder.get().guest().name()));
      return;
    }
    if (connection.console().isEmpty()) {
      seat.tell(hub.notice(Kind.NOT_SENT, "The console is not connected."));
    } else if (!typist.offer(new Typist.Keys(seat, keys))) {
      seat.tell(hub.notice(Kind.NOT_SENT, "It was too much at once; send less."));
    }
  }

  /** On the typist's thread. */
  private void send(Typist.Keys typed) {
    Optional<BmcConsole> console = connection.console();
    if (console.isEmpty() || holder().filter(typed.seat()::equals).isEmpty()) {
      return;
    }
    try {
      if (typed.isBreak()) {
        console.get().sendBreak();
        hub.happened(Kind.BREAK, typed.seat().guest().name());
      } else {
        console.get().write(typed.bytes());
      }
    } catch (DriverException failed) {
      typist.clear();
      typed.seat().tell(hub.notice(Kind.NOT_SENT, failed.getMessage()));
    }
  }

  /** Sends nothing more. */
  void end() {
    synchronized (this) {
      writer = null;
    }
    typist.end();
  }
}
