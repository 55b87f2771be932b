package org.haas.driver.contract;

import java.util.Optional;
import java.util.OptionalLong;
import org.haas.spi.BmcDriver;
import org.haas.spi.BmcEndpoint;
import org.haas.spi.BootDevice;
import org.haas.spi.PowerState;

/** A controller of a machine that is off, reached over a real connection. */
public interface BmcUnderTest extends AutoCloseable {

  /** The driver to test. */
  BmcDriver driver();

  /** How to log in; no time-out may be longer than a few seconds. */
  BmcEndpoint endpoint();

  /** Whether the machine has power, found out without the driver. */
  PowerState really();

  /** What it starts from next, found out without the driver. */
  BootDevice bootsFrom();

  /** Whether that is for one start only; empty when the controller cannot tell. */
  Optional<Boolean> bootsOnce();

  /** How many commands the controller was sent after logins. */
  long commandsHeard();

  /** The machine says this at its serial port. */
  void print(byte[] text);

  /** The newest keystrokes that reached the machine. */
  byte[] keys();

  /** How many Breaks reached the machine; empty when it cannot tell. */
  OptionalLong breaks();

  /** Whether consoles of this kind can only be watched. */
  default boolean consoleIsWatchOnly() {
    return false;
  }

  /** Whether machines can be asked to shut down; else that is refused. */
  default boolean canShutDown() {
    return true;
  }

  /** Whether a Break can be sent to the machine; else that is refused. */
  default boolean takesBreak() {
    return true;
  }

  /**
   * The names, as a pattern, of threads that the driver keeps for all controllers together, and
   * that do not grow with their number.
   */
  default String sharedThreads() {
    return "process reaper.*";
  }

  /** From now on it answers nothing more, or is well again. */
  void hang(boolean on);

  /** From now on nobody is there. */
  void die();

  @Override
  void close();
}
