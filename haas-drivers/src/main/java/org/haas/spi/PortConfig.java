package org.haas.spi;

import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The whole VLAN state of one port: which VLAN goes untagged, if any, and exactly which go tagged.
 * A port with neither is {@link #PARKED}: it carries nothing at all (isolation rule 1), which no
 * driver may express as an empty list, because on several systems "empty" means "all VLANs".
 *
 * @param untagged the VLAN of untagged frames
 * @param tagged the VLANs that go tagged, exactly these
 */
public record PortConfig(Optional<VlanId> untagged, NavigableSet<VlanId> tagged) {

  /** Carries nothing, neither untagged nor tagged, in neither direction. */
  public static final PortConfig PARKED = new PortConfig(Optional.empty(), new TreeSet<>());

  /**
   * Checks the form.
   *
   * @throws IllegalArgumentException when a VLAN is both untagged and tagged
   */
  public PortConfig {
    tagged = java.util.Collections.unmodifiableNavigableSet(new TreeSet<>(tagged));
    if (untagged.isPresent() && tagged.contains(untagged.get())) {
      throw new IllegalArgumentException(
          "VLAN %s cannot be native and tagged on one port.".formatted(untagged.get()));
    }
  }

  /** Whether the port carries nothing. */
  public boolean parked() {
    return untagged.isEmpty() && tagged.isEmpty();
  }

  /** Whether frames of that VLAN pass the port, tagged or not. */
  public boolean carries(VlanId vlan) {
    return tagged.contains(vlan) || untagged.filter(vlan::equals).isPresent();
  }

  /** Every VLAN that the port carries. */
  public NavigableSet<VlanId> vlans() {
    NavigableSet<VlanId> all = new TreeSet<>(tagged);
    untagged.ifPresent(all::add);
    return all;
  }

  /** This configuration and one more network on it. */
  public PortConfig with(Channel channel, VlanId vlan) {
    if (channel instanceof Channel.Native) {
      return new PortConfig(Optional.of(vlan), tagged);
    }
    NavigableSet<VlanId> more = new TreeSet<>(tagged);
    more.add(vlan);
    return new PortConfig(untagged, more);
  }

  /** {@code parked}, or such as {@code native 100, tagged 101 102}. */
  @Override
  public String toString() {
    if (parked()) {
      return "parked";
    }
    String list = tagged.stream().map(VlanId::toString).collect(Collectors.joining(" "));
    String first = untagged.map(vlan -> "native " + vlan).orElse("");
    if (list.isEmpty()) {
      return first;
    }
    return first.isEmpty() ? "tagged " + list : first + ", tagged " + list;
  }
}
