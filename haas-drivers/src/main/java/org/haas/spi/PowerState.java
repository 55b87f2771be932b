package org.haas.spi;

/** Whether a machine has power, as its controller says. */
public enum PowerState {
  /** It runs, or is starting or shutting down. */
  ON,
  /** It is off; the controller itself still has power. */
  OFF,
  /** The controller does not know, or says what this driver does not. */
  UNKNOWN
}
