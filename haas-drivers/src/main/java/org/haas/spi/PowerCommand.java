package org.haas.spi;

/** What a controller can be told about power. A cycle is OFF or SHUT_DOWN, seen, and then ON. */
public enum PowerCommand {
  /** Starts the machine; nothing when it is on. */
  ON,
  /** Takes the power away at once; nothing when it is off. */
  OFF,
  /** Asks the operating system to end; it may take minutes, and may never happen. */
  SHUT_DOWN
}
