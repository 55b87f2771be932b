package org.haas.power;

import org.haas.spi.BmcDriver.BmcSession;

/**
 * Something that is tidied up at the controller of a machine that is given back, once the machine
 * was seen off and before it is free. Found by CDI.
 */
public interface SeenOff {
  /** Does it within a few seconds; what cannot be done is no reason to keep the machine. */
  void seenOff(long nodeId, BmcSession session);
}
