package org.haas.overview;

import org.haas.spi.Label;

/** Something that the caller may see, by its name. */
public record NameView(Kind kind, Label name) {
  /** What sort of thing, in the order in which they are found. */
  public enum Kind {
    NODE,
    NETWORK,
    HEADNODE,
    PROJECT,
    SWITCH,
    HYPERVISOR
  }
}
