package org.haas.console;

import org.haas.spi.BmcDriver.BmcConsole;

/** The way to a machine's serial console. */
@FunctionalInterface
interface Line {
  /**
   * Connects. What the controller kept from an earlier tenure has been read away.
   *
   * @throws org.haas.spi.DriverException UNREACHABLE, REFUSED, DEADLINE
   */
  BmcConsole open();
}
