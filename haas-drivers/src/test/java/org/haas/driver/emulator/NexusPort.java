package org.haas.driver.emulator;

import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.haas.spi.PortConfig;
import org.haas.spi.VlanId;

/**
 * What is configured at a port with NX-OS. From the factory it is open, in access mode in VLAN 1,
 * and would be a trunk of all VLANs as soon as it is a trunk.
 *
 * @param switched false: it is a port of a router and takes no VLANs
 */
record NexusPort(
    boolean switched,
    boolean trunk,
    boolean shut,
    int accessVlan,
    int nativeVlan,
    NavigableSet<Integer> allowed) {
  static final NexusPort FACTORY =
      new NexusPort(
          true,
          false,
          false,
          1,
          1,
          IntStream.rangeClosed(1, 4094).boxed().collect(Collectors.toCollection(TreeSet::new)));

  NexusPort {
    allowed = Collections.unmodifiableNavigableSet(new TreeSet<>(allowed));
  }

  NexusPort switched(boolean on) {
    return on == switched ? this : new NexusPort(on, false, shut, 1, 1, FACTORY.allowed);
  }

  NexusPort trunk(boolean on) {
    return new NexusPort(switched, on, shut, accessVlan, nativeVlan, allowed);
  }

  NexusPort shut(boolean on) {
    return new NexusPort(switched, trunk, on, accessVlan, nativeVlan, allowed);
  }

  NexusPort accessVlan(int id) {
    return new NexusPort(switched, trunk, shut, id, nativeVlan, allowed);
  }

  NexusPort nativeVlan(int id) {
    return new NexusPort(switched, trunk, shut, accessVlan, id, allowed);
  }

  NexusPort allowed(Set<Integer> exactly) {
    return new NexusPort(switched, trunk, shut, accessVlan, nativeVlan, new TreeSet<>(exactly));
  }

  /**
   * What frames pass, seen with suspicion: a native VLAN that exists is taken to pass even when it
   * is not allowed.
   */
  PortConfig carried(Set<Integer> active) {
    if (shut || !switched) {
      return PortConfig.PARKED;
    }
    int untagged = trunk ? nativeVlan : accessVlan;
    NavigableSet<VlanId> tagged = new TreeSet<>();
    if (trunk) {
      allowed.stream()
          .filter(id -> active.contains(id) && id != untagged)
          .forEach(id -> tagged.add(new VlanId(id)));
    }
    return new PortConfig(
        active.contains(untagged) ? Optional.of(new VlanId(untagged)) : Optional.empty(), tagged);
  }

  /** As {@code show running-config interface ... all} has it, the lines below the name. */
  List<String> lines() {
    String lists = NexusText.list(allowed);
    return List.of(
        "  description",
        switched ? "  switchport" : "  no switchport",
        "  switchport mode " + (trunk ? "trunk" : "access"),
        "  switchport access vlan " + accessVlan,
        "  switchport trunk native vlan " + nativeVlan,
        "  switchport trunk allowed vlan " + lists,
        "  spanning-tree port-priority 128",
        shut ? "  shutdown" : "  no shutdown",
        "  mtu 1500");
  }
}
