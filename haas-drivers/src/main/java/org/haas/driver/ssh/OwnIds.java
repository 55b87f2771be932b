package org.haas.driver.ssh;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.haas.spi.DriverException;
import org.haas.spi.DriverException.Kind;
import org.haas.spi.SwitchEndpoint;
import org.haas.spi.VlanId;

/**
 * The ids that stand for "no native VLAN" on systems whose trunks always have one. Each is the
 * native of one port at most, is no VLAN of the switch, and is allowed nowhere: it carries nothing
 * even if one of the three fails.
 */
final class OwnIds {
  private final SwitchEndpoint endpoint;
  private final List<VlanId> range;
  private final List<VlanId> natives;
  private final List<VlanId> free;
  private final Set<VlanId> existing;

  /**
   * As the switch has it now.
   *
   * @param natives the native VLANs of all its ports
   * @param existing its VLANs
   */
  OwnIds(
      SwitchEndpoint endpoint,
      List<VlanId> range,
      List<VlanId> natives,
      Collection<VlanId> existing) {
    this.endpoint = endpoint;
    this.range = range;
    this.natives = natives;
    this.existing = Set.copyOf(existing);
    this.free = new ArrayList<>(range);
    free.removeAll(natives);
    free.removeAll(this.existing);
  }

  /** Whether a port that is not allowed its native VLAN, if it has one, really has none. */
  boolean dropsUntagged(Optional<VlanId> nativeVlan) {
    if (range.isEmpty()) {
      return nativeVlan.isEmpty();
    }
    return nativeVlan
        .filter(range::contains)
        .filter(id -> !existing.contains(id) && Collections.frequency(natives, id) == 1)
        .isPresent();
  }

  /**
   * One that no port has.
   *
   * @throws DriverException REFUSED all are in use
   */
  String take() {
    if (range.isEmpty()) {
      return "";
    }
    if (free.isEmpty()) {
      throw new DriverException(
          Kind.REFUSED,
          "%s has %d ports with tagged networks and no native one; more than that it cannot have."
              .formatted(endpoint.described(), range.size()));
    }
    return free.remove(0).toString();
  }
}
