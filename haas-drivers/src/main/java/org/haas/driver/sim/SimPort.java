package org.haas.driver.sim;

import java.util.Collections;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.haas.spi.PortConfig;
import org.haas.spi.PortStep;
import org.haas.spi.VlanId;

/**
 * What is configured on a simulated port. As on many real switches a port that nobody has touched
 * is open and carries every VLAN.
 *
 * @param open whether it is not shut
 * @param all whether it carries every VLAN tagged, {@code tagged} being empty then
 */
record SimPort(boolean open, Optional<VlanId> untagged, boolean all, NavigableSet<VlanId> tagged) {
  static final SimPort UNTOUCHED = new SimPort(true, Optional.empty(), true, new TreeSet<>());

  private static final Pattern FORM =
      Pattern.compile("(open|shut) native=(none|\\d+) tagged=(all|none|[\\d,]+)");

  SimPort {
    tagged = Collections.unmodifiableNavigableSet(new TreeSet<>(tagged));
  }

  static SimPort parse(String text) {
    Matcher match = FORM.matcher(text);
    if (!match.matches()) {
      throw new IllegalArgumentException("not the state of a port: " + text);
    }
    Optional<VlanId> untagged =
        match.group(2).equals("none") ? Optional.empty() : Optional.of(vlan(match.group(2)));
    boolean all = match.group(3).equals("all");
    return new SimPort(
        match.group(1).equals("open"),
        untagged,
        all,
        all ? new TreeSet<>() : vlans(match.group(3)));
  }

  static NavigableSet<VlanId> vlans(String list) {
    NavigableSet<VlanId> vlans = new TreeSet<>();
    if (!list.equals("none")) {
      for (String id : list.split(",")) {
        vlans.add(vlan(id));
      }
    }
    return vlans;
  }

  static String list(Set<VlanId> vlans) {
    return vlans.isEmpty()
        ? "none"
        : vlans.stream().map(VlanId::toString).collect(Collectors.joining(","));
  }

  private static VlanId vlan(String id) {
    return VlanId.parse(id);
  }

  /** This port after one step. */
  SimPort after(PortStep step) {
    NavigableSet<VlanId> more = new TreeSet<>(tagged);
    return switch (step.kind()) {
      case CUT -> new SimPort(false, untagged, all, tagged);
      case OPEN -> new SimPort(true, untagged, all, tagged);
      case UNTAGGED -> new SimPort(open, step.vlans().stream().findFirst(), all, tagged);
      case TAGGED -> new SimPort(open, untagged, false, step.vlans());
      case ADD -> {
        more.addAll(step.vlans());
        yield new SimPort(open, untagged, all, more);
      }
      case REMOVE -> {
        more.removeAll(step.vlans());
        yield new SimPort(open, untagged, all, more);
      }
    };
  }

  /** What frames really pass, given the VLANs that exist on the switch. */
  PortConfig carried(Set<VlanId> existing) {
    if (!open) {
      return PortConfig.PARKED;
    }
    if (all) {
      return PortConfig.EVERYTHING;
    }
    NavigableSet<VlanId> active = new TreeSet<>(tagged);
    active.retainAll(existing);
    untagged.ifPresent(active::remove);
    return new PortConfig(untagged.filter(existing::contains), active);
  }

  /**
   * What the driver reports: parked only when shut and empty; a port that stopped half-way is
   * {@link PortConfig#EVERYTHING}, and one that is allowed VLANs which do not exist is {@link
   * PortConfig#inexact}, so that both are written anew.
   */
  PortConfig reported(Set<VlanId> existing) {
    NavigableSet<VlanId> allowed = new TreeSet<>(tagged);
    boolean twice = untagged.isPresent() && !allowed.add(untagged.get());
    if (all || twice || open == allowed.isEmpty()) {
      return PortConfig.EVERYTHING;
    }
    if (!open) {
      return PortConfig.PARKED;
    }
    PortConfig config = new PortConfig(untagged, tagged);
    return existing.containsAll(allowed) ? config : config.inexact();
  }

  @Override
  public String toString() {
    return "%s native=%s tagged=%s"
        .formatted(
            open ? "open" : "shut",
            untagged.map(VlanId::toString).orElse("none"),
            all ? "all" : list(tagged));
  }
}
