package org.haas.driver.sim;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The serial port of one machine and the controller's end of it. What nobody listened to waits in a
 * history, of which the newest {@value #HISTORY_BYTES} bytes are kept; the next console drains it.
 */
final class SimSerial {
  static final int HISTORY_BYTES = 16_000;

  private static final int KEYS_KEPT = 4096;

  private final ByteArrayOutputStream history = new ByteArrayOutputStream();
  private final ByteArrayOutputStream keys = new ByteArrayOutputStream();
  private Optional<SimConsole> console = Optional.empty();
  private long printed;

  /** There is one at a time: the one before is ended. */
  synchronized void attach(SimConsole next) {
    console.ifPresent(SimConsole::close);
    console = Optional.of(next);
    next.offer(history.toByteArray());
    history.reset();
  }

  synchronized void detach(SimConsole gone) {
    console = console.filter(one -> one != gone);
  }

  void print(String text) {
    print(text.getBytes(StandardCharsets.UTF_8));
  }

  synchronized void print(byte[] text) {
    printed += text.length;
    if (consoles() > 0) {
      console.get().offer(text);
      return;
    }
    history.writeBytes(text);
    keep(history, HISTORY_BYTES);
  }

  synchronized void typed(byte[] pressed) {
    keys.writeBytes(pressed);
    keep(keys, KEYS_KEPT);
  }

  synchronized void heartbeat() {
    console.ifPresent(SimConsole::heartbeat);
  }

  synchronized void drop() {
    console.ifPresent(SimConsole::close);
    console = Optional.empty();
  }

  synchronized byte[] keys() {
    return keys.toByteArray();
  }

  synchronized int historyBytes() {
    return history.size();
  }

  synchronized int consoles() {
    return console.filter(SimConsole::isOpen).isPresent() ? 1 : 0;
  }

  synchronized long printed() {
    return printed;
  }

  private static void keep(ByteArrayOutputStream bytes, int newest) {
    if (bytes.size() > newest) {
      byte[] all = bytes.toByteArray();
      bytes.reset();
      bytes.writeBytes(Arrays.copyOfRange(all, all.length - newest, all.length));
    }
  }
}
