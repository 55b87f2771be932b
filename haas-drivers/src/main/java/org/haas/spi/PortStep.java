package org.haas.spi;

import java.util.Collections;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * One command to one port, as {@link PortChange#steps} orders them.
 *
 * @param kind what is done
 * @param vlans with which VLANs; at most one for {@link Kind#UNTAGGED}, none there means "no
 *     untagged VLAN"; empty for {@link Kind#CUT} and {@link Kind#OPEN}
 */
public record PortStep(Kind kind, NavigableSet<VlanId> vlans) {

  /** What a step does. */
  public enum Kind {
    /** The port carries nothing from now on, whatever is configured: shut, or cut off. */
    CUT,
    /** Sets or clears the VLAN of untagged frames. */
    UNTAGGED,
    /** Exactly these VLANs go tagged. An empty list is none, never all. */
    TAGGED,
    /** These go tagged too. */
    ADD,
    /** These go tagged no more; the others stay untouched. */
    REMOVE,
    /** The port carries what is configured. */
    OPEN
  }

  /** Copies the VLANs. */
  public PortStep {
    vlans = Collections.unmodifiableNavigableSet(new TreeSet<>(vlans));
  }

  static PortStep cut() {
    return new PortStep(Kind.CUT, new TreeSet<>());
  }

  static PortStep open() {
    return new PortStep(Kind.OPEN, new TreeSet<>());
  }

  static PortStep untagged(Optional<VlanId> vlan) {
    NavigableSet<VlanId> one = new TreeSet<>();
    vlan.ifPresent(one::add);
    return new PortStep(Kind.UNTAGGED, one);
  }

  static PortStep tagged(NavigableSet<VlanId> vlans) {
    return new PortStep(Kind.TAGGED, vlans);
  }

  static PortStep add(NavigableSet<VlanId> vlans) {
    return new PortStep(Kind.ADD, vlans);
  }

  static PortStep remove(NavigableSet<VlanId> vlans) {
    return new PortStep(Kind.REMOVE, vlans);
  }
}
