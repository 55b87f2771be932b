package org.haas.driver.libvirt;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.haas.spi.MacAddress;
import org.haas.spi.VlanId;
import org.haas.spi.VmNic;

/**
 * A NIC as libvirt has it.
 *
 * @param tag its VLAN tag; empty: none, or several
 * @param up whether its link is
 */
record LibvirtNic(MacAddress mac, String bridge, OptionalInt tag, boolean up) {

  static LibvirtNic on(Wiring wiring, MacAddress mac, VlanId vlan) {
    OptionalInt tag = wiring.tagged() ? OptionalInt.of(vlan.value()) : OptionalInt.empty();
    return new LibvirtNic(mac, wiring.bridgeOf(vlan), tag, true);
  }

  /**
   * Unplugged: its link is down, which the hypervisor sees to, and it is nobody's neighbour.
   *
   * @param parking a tag that no other NIC has; of no account for Linux bridges
   */
  static LibvirtNic unplugged(Wiring wiring, MacAddress mac, int parking) {
    OptionalInt tag = wiring.tagged() ? OptionalInt.of(parking) : OptionalInt.empty();
    return new LibvirtNic(mac, wiring.parkingBridge(), tag, false);
  }

  /** What it is in HaaS's words; empty when it is nothing that HaaS makes. */
  Optional<VmNic> meaning(Wiring wiring) {
    boolean parked = bridge.equals(wiring.parkingBridge());
    if (!up) {
      boolean apart = wiring.tagged() ? Wiring.isParking(tag.orElse(0)) : tag.isEmpty();
      return parked && apart ? Optional.of(VmNic.unplugged(mac)) : Optional.empty();
    }
    return vlan(wiring)
        .filter(id -> bridge.equals(wiring.bridgeOf(id)) && !Wiring.isParking(id.value()))
        .map(id -> VmNic.on(mac, id));
  }

  private Optional<VlanId> vlan(Wiring wiring) {
    if (wiring.tagged()) {
      return tag.stream().mapToObj(Integer::toString).flatMap(LibvirtNic::id).findAny();
    }
    boolean ours = bridge.startsWith(wiring.bridge()) && tag.isEmpty();
    return ours ? id(bridge.substring(wiring.bridge().length())).findAny() : Optional.empty();
  }

  private static Stream<VlanId> id(String digits) {
    try {
      return Stream.of(VlanId.parse(digits));
    } catch (IllegalArgumentException none) {
      return Stream.empty();
    }
  }
}
