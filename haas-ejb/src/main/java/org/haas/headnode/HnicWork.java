package org.haas.headnode;

import java.util.Optional;
import org.haas.spi.MacAddress;
import org.haas.spi.VlanId;
import org.haas.spi.VmId;
import org.haas.spi.VmNic;

/**
 * A NIC as its hypervisor shall have it.
 *
 * @param wanted the VLAN that it shall be on
 * @param hasToLeave whether it may be on another one now
 * @param leaving whether it is to be taken out
 */
record HnicWork(
    VmId vm, MacAddress mac, Optional<VlanId> wanted, boolean hasToLeave, boolean leaving) {

  /** On what it shall be on. */
  VmNic asWanted() {
    return new VmNic(mac, wanted);
  }

  /** On nothing. */
  VmNic off() {
    return VmNic.unplugged(mac);
  }
}
