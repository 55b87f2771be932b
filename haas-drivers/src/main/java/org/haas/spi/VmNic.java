package org.haas.spi;

import java.util.Optional;

/**
 * A NIC of a virtual machine.
 *
 * @param mac of one machine only (unicast); on no other NIC of any hypervisor
 * @param vlan the VLAN that it is on, untagged as the machine sees it; empty: unplugged
 */
public record VmNic(MacAddress mac, Optional<VlanId> vlan) {

  /**
   * Checks the address.
   *
   * @throws IllegalArgumentException a group address, or all zero
   */
  public VmNic {
    int first = Integer.parseInt(mac.value().substring(0, 2), 16);
    if (first % 2 == 1 || mac.value().equals("00:00:00:00:00:00")) {
      throw new IllegalArgumentException(
          "The MAC address of a NIC is one machine's own: the second digit of the first pair is"
              + " even, such as in 52:54:00:12:34:56.");
    }
  }

  /** On a VLAN. */
  public static VmNic on(MacAddress mac, VlanId vlan) {
    return new VmNic(mac, Optional.of(vlan));
  }

  /** On none. */
  public static VmNic unplugged(MacAddress mac) {
    return new VmNic(mac, Optional.empty());
  }
}
