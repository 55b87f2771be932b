package org.haas.driver.libvirt;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.haas.spi.VlanId;

/**
 * What NICs are plugged into: one bridge of Open vSwitch, where a NIC is a port with a tag; or
 * Linux bridges, one for each VLAN and one without a cable for NICs that are unplugged.
 *
 * @param bridge of Open vSwitch; or what the names of Linux bridges begin with
 * @param tagged whether it is Open vSwitch
 */
record Wiring(String bridge, boolean tagged) {
  /** Open vSwitch only: tags of NICs that are unplugged, one each. */
  static final int FIRST_PARKING = 3800;

  static final int LAST_PARKING = VlanId.MAX;

  private static final String UNPLUGGED = "park";

  /** An interface of Linux has at most 15 characters, four of them for the id. */
  private static final int LONGEST_PREFIX = 11;

  static Wiring of(Map<String, String> settings) {
    if (settings.containsKey("bridge") == settings.containsKey("bridges")) {
      throw new IllegalArgumentException(
          "Say with the setting bridge which bridge of Open vSwitch, or with bridges what the names"
              + " of the Linux bridges begin with.");
    }
    boolean tagged = settings.containsKey("bridge");
    String key = tagged ? "bridge" : "bridges";
    String bridge = LibvirtSettings.name(settings, key, "");
    if (bridge.length() > (tagged ? 15 : LONGEST_PREFIX)) {
      throw new IllegalArgumentException(
          "The setting %s is too long: Linux's names of interfaces have 15 characters."
              .formatted(key));
    }
    return new Wiring(bridge, tagged);
  }

  /** VLAN ids that no NIC can be on. */
  static Set<VlanId> reserved() {
    Set<VlanId> ids = new TreeSet<>();
    for (int id = FIRST_PARKING; id <= LAST_PARKING; id++) {
      ids.add(new VlanId(id));
    }
    return ids;
  }

  static boolean isParking(int tag) {
    return tag >= FIRST_PARKING && tag <= LAST_PARKING;
  }

  /** The bridge of a NIC on this VLAN. */
  String bridgeOf(VlanId vlan) {
    return tagged ? bridge : bridge + vlan;
  }

  /** The bridge of a NIC that is unplugged. */
  String parkingBridge() {
    return tagged ? bridge : bridge + UNPLUGGED;
  }
}
