package org.haas.audit;

import java.util.Optional;
import java.util.UUID;

/** The answer of a change that goes on in hardware: its event leads to the end. */
public interface Begun {
  /** The operation. */
  UUID id();

  /** The name of the project that it is done for, if one. */
  Optional<String> project();
}
