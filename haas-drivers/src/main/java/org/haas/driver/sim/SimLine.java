package org.haas.driver.sim;

/** What is at the other end of a {@link SimConsole}: a machine with a serial port. */
interface SimLine {

  SimSerial serial();

  /** Whether whoever offers the console says and hears nothing. */
  boolean hanging();

  void typed(byte[] keys);

  /** A Break. */
  void broke();
}
