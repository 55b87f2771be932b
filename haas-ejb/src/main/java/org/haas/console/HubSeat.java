package org.haas.console;

import java.util.Optional;
import org.haas.console.ConsoleEvent.Beginning;

/** A place at a console that this instance has. */
final class HubSeat extends Seat {
  private final ConsoleHub hub;
  private final Backlog.Cursor cursor;
  private boolean beginningDue;
  private boolean statusDue;

  HubSeat(ConsoleHub hub, Guest guest, Backlog.Cursor cursor) {
    super(guest, hub.clock());
    this.hub = hub;
    this.cursor = cursor;
    this.beginningDue = guest.relayed().isPresent();
    this.statusDue = !guest.silent();
  }

  @Override
  Optional<ConsoleEvent> more() {
    synchronized (this) {
      if (beginningDue) {
        beginningDue = false;
        return Optional.of(new Beginning(new Position(hub.id(), cursor.position())));
      }
      if (!statusDue) {
        return hub.next(cursor);
      }
      statusDue = false;
    }
    return Optional.of(hub.status(this));
  }

  @Override
  public void statusChanged() {
    synchronized (this) {
      statusDue = !guest().silent();
    }
    wake();
  }

  @Override
  public void type(byte[] keys) {
    if (keys.length > 0) {
      hub.keyboard().type(this, keys);
    }
  }

  @Override
  public void sendBreak() {
    hub.keyboard().type(this, Typist.BREAK);
  }

  @Override
  public void takeKeyboard() {
    hub.keyboard().take(this);
  }

  @Override
  public void putKeyboardDown() {
    hub.keyboard().putDown(this);
  }

  @Override
  void left() {
    hub.leave(this);
  }
}
