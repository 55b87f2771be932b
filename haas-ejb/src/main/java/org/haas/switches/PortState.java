package org.haas.switches;

/** Whether a port can be used. */
public enum PortState {
  /** Registered, not yet parked and read. */
  NEW,
  /** Read as it should be. */
  READY,
  /** It could not be parked or read; its last operation says why. */
  FAILED
}
