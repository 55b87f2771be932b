package org.haas.network;

import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.haas.config.VlanPool;
import org.haas.spi.PortConfig;
import org.haas.spi.PortName;
import org.haas.spi.VlanId;

/**
 * What a trunk between switches must be, which HaaS reads and never writes: it carries the whole
 * pool tagged, and no VLAN that a switch parks a port on.
 */
record TrunkRule(VlanPool pool, Set<VlanId> parking) {

  /** What is wrong with the trunk; empty when nothing is. */
  Optional<String> violation(PortName trunk, PortConfig read) {
    NavigableSet<VlanId> missing = new TreeSet<>(pool.ids());
    missing.removeAll(read.tagged());
    if (!missing.isEmpty()) {
      return Optional.of(
          "trunk %s does not carry all VLANs of the pool tagged; %d are missing, the first is %s"
              .formatted(trunk, missing.size(), missing.first()));
    }
    NavigableSet<VlanId> parked = new TreeSet<>(parking);
    parked.retainAll(read.vlans());
    if (!parked.isEmpty()) {
      return Optional.of(
          "trunk %s carries VLAN %s, which switches keep for parked ports; set its allowed VLANs"
              .formatted(trunk, parked.first()));
    }
    return Optional.empty();
  }
}
