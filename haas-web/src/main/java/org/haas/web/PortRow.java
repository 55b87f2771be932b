package org.haas.web;

import java.util.Optional;
import org.haas.node.CableView;
import org.haas.switches.PortRole;
import org.haas.switches.PortState;
import org.haas.switches.PortView;

/**
 * A port of the switch that is shown.
 *
 * @param cable the NIC behind it
 */
public record PortRow(PortView port, Optional<CableView> cable) {
  private static final String PARKED = "parked";

  /** Whether a NIC can be recorded behind it. */
  public boolean isFree() {
    return cable.isEmpty() && port.role() == PortRole.EDGE;
  }

  /** Whether it was read as carrying something. */
  public boolean isCarrying() {
    return port.lastRead().filter(read -> !read.equals(PARKED)).isPresent();
  }

  /** Its look in the picture of the switch: a word that the style sheet knows. */
  public String getLook() {
    if (port.state() == PortState.FAILED) {
      return "failed";
    }
    if (port.role() == PortRole.PRESET) {
      return "trunk";
    }
    if (isCarrying()) {
      return "carrying";
    }
    return cable.isPresent() ? "cabled" : "vacant";
  }
}
