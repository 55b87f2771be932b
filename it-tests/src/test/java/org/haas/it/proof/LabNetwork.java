package org.haas.it.proof;

import org.haas.spi.VlanId;

/**
 * A network that a tenant made.
 *
 * @param vlan as its members are told
 */
public record LabNetwork(String name, VlanId vlan) {
  /** The channel on which it goes with its tag. */
  public String tagged() {
    return "vlan/" + vlan;
  }
}
