package org.haas.audit;

import org.haas.spi.Label;

/** A description of a thing to make that says what it will be called. */
public interface Named {
  /** The thing's name. */
  Label name();
}
