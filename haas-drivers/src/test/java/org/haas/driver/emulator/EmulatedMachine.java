package org.haas.driver.emulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.haas.spi.BootDevice;
import org.haas.spi.PowerState;

/** The machine behind an emulated controller. Thread-safe. */
public final class EmulatedMachine {
  private final ByteArrayOutputStream history = new ByteArrayOutputStream();
  private final ByteArrayOutputStream keys = new ByteArrayOutputStream();
  private Optional<OutputStream> console = Optional.empty();
  private PowerState power = PowerState.OFF;
  private BootDevice boot = BootDevice.NONE;
  private boolean once;
  private long breaks;
  private long commands;

  /** A machine that is off. */
  public EmulatedMachine() {}

  /** The controller was asked something. */
  public synchronized void count() {
    commands++;
  }

  /** How often it was asked. */
  public synchronized long commands() {
    return commands;
  }

  /** Whether it has power. */
  public synchronized PowerState power() {
    return power;
  }

  /** Switches it. */
  public synchronized void switchTo(PowerState state) {
    power = state;
  }

  /** What it starts from. */
  public synchronized BootDevice boot() {
    return boot;
  }

  /** Whether that is for one start. */
  public synchronized boolean once() {
    return once;
  }

  /** Chooses what it starts from. */
  public synchronized void bootFrom(BootDevice device, boolean forOneStart) {
    boot = device;
    once = forOneStart;
  }

  /** Whoever listens now gets what was said before, too. */
  public synchronized void listen(OutputStream listener) throws IOException {
    console = Optional.of(listener);
    listener.write(history.toByteArray());
    listener.flush();
    history.reset();
  }

  /** Nobody listens any more; the next one gets what is said from now on. */
  public synchronized void hush() {
    console = Optional.empty();
  }

  /** Nobody listens any more, if it was this one. */
  public synchronized void leave(OutputStream listener) {
    console = console.filter(one -> one != listener);
  }

  /** The machine says this at its serial port. */
  public synchronized void print(byte[] text) {
    try {
      if (console.isPresent()) {
        console.get().write(text);
        console.get().flush();
        return;
      }
    } catch (IOException gone) {
      console = Optional.empty();
    }
    history.writeBytes(text);
  }

  /** Somebody types. */
  public synchronized void type(byte[] pressed) {
    keys.writeBytes(pressed);
  }

  /** All keystrokes so far. */
  public synchronized byte[] keys() {
    return keys.toByteArray();
  }

  /** A Break arrives. */
  public synchronized void breakIn() {
    breaks++;
  }

  /** How many Breaks arrived. */
  public synchronized long breaks() {
    return breaks;
  }
}
