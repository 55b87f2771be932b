package org.haas.spi;

import java.util.Collections;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The whole VLAN state of one port: which VLAN goes untagged, if any, and exactly which go tagged.
 * A port with neither is {@link #PARKED}: it carries nothing at all (isolation rule 1), which no
 * driver may express as an empty list, because on several systems "empty" means "all VLANs".
 *
 * @param untagged the VLAN of untagged frames
 * @param tagged the VLANs that go tagged, exactly these
 */
public record PortConfig(Optional<VlanId> untagged, NavigableSet<VlanId> tagged) {
  private static final VlanId DEFAULT = new VlanId(1);

  /** Carries nothing, neither untagged nor tagged, in neither direction. */
  public static final PortConfig PARKED = new PortConfig(Optional.empty(), new TreeSet<>());

  /**
   * Carries every VLAN: what an unconfigured port often does, and what a driver reports for any
   * state that it cannot describe faithfully. It equals no state that can be wanted (VLAN 1 is
   * never usable), so such a port is always written anew.
   */
  public static final PortConfig EVERYTHING =
      new PortConfig(
          Optional.empty(),
          IntStream.rangeClosed(VlanId.MIN, VlanId.MAX)
              .mapToObj(VlanId::new)
              .collect(Collectors.toCollection(TreeSet::new)));

  /**
   * Checks the form.
   *
   * @throws IllegalArgumentException when a VLAN is both untagged and tagged
   */
  public PortConfig {
    tagged = Collections.unmodifiableNavigableSet(new TreeSet<>(tagged));
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

  /**
   * This and VLAN 1: what a driver reports for a port that is allowed these VLANs, but not just so:
   * some of them do not exist yet, say. As VLAN 1 is never wanted, it equals no state that can be
   * wanted, and such a port is written anew; and still it says whether a trunk has its list.
   */
  public PortConfig inexact() {
    return carries(DEFAULT) ? this : with(Channel.tagged(DEFAULT), DEFAULT);
  }

  /** Whether this is all that the port is allowed, and really carried; see {@link #inexact}. */
  public boolean isExact() {
    return !carries(DEFAULT);
  }

  /** {@code parked}, {@code everything}, or such as {@code native 100, tagged 101 102}. */
  @Override
  public String toString() {
    if (parked()) {
      return "parked";
    }
    if (tagged.size() == VlanId.MAX) {
      return "everything";
    }
    String list = tagged.stream().map(VlanId::toString).collect(Collectors.joining(" "));
    String first = untagged.map(vlan -> "native " + vlan).orElse("");
    if (list.isEmpty()) {
      return first;
    }
    return first.isEmpty() ? "tagged " + list : first + ", tagged " + list;
  }
}
