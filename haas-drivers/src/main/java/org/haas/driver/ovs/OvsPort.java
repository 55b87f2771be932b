package org.haas.driver.ovs;

import java.util.Collections;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haas.spi.PortConfig;
import org.haas.spi.PortName;
import org.haas.spi.VlanId;

/**
 * A row of OVSDB's table Port, as far as VLANs go (see ovs-vswitchd.conf.db(5)).
 *
 * @param mode {@code vlan_mode}; empty when none is set
 * @param isolated {@code protected}: exchanges no frames with other protected ports
 */
record OvsPort(
    String name, OptionalInt tag, NavigableSet<Integer> trunks, String mode, boolean isolated) {

  private static final String ACCESS = "access";

  OvsPort {
    trunks = Collections.unmodifiableNavigableSet(new TreeSet<>(trunks));
  }

  /**
   * Cut off. Access mode drops frames that come with a tag, so that forged tags end here; the
   * parking id is on no other port, and {@code protected} keeps parked ports apart even so.
   */
  static OvsPort parked(PortName port, int parkingId) {
    return new OvsPort(port.value(), OptionalInt.of(parkingId), new TreeSet<>(), ACCESS, true);
  }

  /** Connected: {@code wanted} is not parked. Trunks are never empty in a trunk mode. */
  static OvsPort connected(PortName port, PortConfig wanted) {
    NavigableSet<Integer> trunks = new TreeSet<>();
    wanted.tagged().forEach(vlan -> trunks.add(vlan.value()));
    OptionalInt tag =
        wanted.untagged().map(vlan -> OptionalInt.of(vlan.value())).orElse(OptionalInt.empty());
    String trunk = tag.isPresent() ? "native-untagged" : "trunk";
    return new OvsPort(port.value(), tag, trunks, trunks.isEmpty() ? ACCESS : trunk, false);
  }

  /** The tag as it is written: {@code []} is none. */
  String tagText() {
    return tag.isPresent() ? Integer.toString(tag.getAsInt()) : "[]";
  }

  /** Without a mode, a port with a tag is an access port and one without is a trunk of all. */
  String effectiveMode() {
    if (!mode.isEmpty()) {
      return mode;
    }
    return tag.isPresent() ? ACCESS : "trunk";
  }

  /** The VLAN ids that the row names. "All VLANs" names none. */
  NavigableSet<Integer> named() {
    NavigableSet<Integer> named = new TreeSet<>(trunks);
    tag.ifPresent(named::add);
    return named;
  }

  /**
   * What the port carries when it is not parked. Whatever has no faithful form, and anything that
   * HaaS does not write, is {@link PortConfig#EVERYTHING}: empty trunks (which mean all VLANs), the
   * VLANs 0 and 4095, a protected port, other modes.
   */
  PortConfig config() {
    boolean strange = isolated || Stream.of(0, 4095).anyMatch(named()::contains);
    return switch (strange ? "strange" : effectiveMode()) {
      case ACCESS ->
          tag.isPresent() && trunks.isEmpty() ? untagged(new TreeSet<>()) : PortConfig.EVERYTHING;
      case "trunk" ->
          trunks.isEmpty()
              ? PortConfig.EVERYTHING
              : new PortConfig(Optional.empty(), vlans(trunks));
      case "native-untagged" ->
          tag.isPresent() && !trunks.isEmpty() ? untagged(vlans(trunks)) : PortConfig.EVERYTHING;
      default -> PortConfig.EVERYTHING;
    };
  }

  private PortConfig untagged(NavigableSet<VlanId> others) {
    VlanId vlan = new VlanId(tag.getAsInt());
    others.remove(vlan);
    return new PortConfig(Optional.of(vlan), others);
  }

  private static NavigableSet<VlanId> vlans(NavigableSet<Integer> ids) {
    return ids.stream().map(VlanId::new).collect(Collectors.toCollection(TreeSet::new));
  }
}
