package org.haas.audit;

import java.util.Optional;
import org.haas.spi.Label;

/** A description of a thing to make that says whose it will be. */
public interface InProject {
  /** The project's name, if it was in one. */
  Optional<Label> inProject();
}
