package org.haas.driver.junos;

import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.haas.driver.wire.XmlTree;
import org.haas.spi.Channel;
import org.haas.spi.PortConfig;
import org.haas.spi.PortName;
import org.haas.spi.VlanId;

/**
 * What a port carries by its configuration. Whatever is not known to change nothing about that
 * makes it {@link PortConfig#EVERYTHING}.
 */
final class JunosPort {
  /** Statements of a port that have nothing to do with VLANs; they are left alone. */
  static final Set<String> NEUTRAL =
      Set.of(
          "name",
          "description",
          "mtu",
          "speed",
          "link-mode",
          "hold-time",
          "traps",
          "ether-options",
          "gigether-options",
          "apply-groups",
          "apply-groups-except",
          "apply-macro");

  private static final Set<String> OF_PORT = and(NEUTRAL, "disable", "native-vlan-id", "unit");
  private static final Set<String> OF_UNIT = Set.of("name", "description", "family");
  private static final Set<String> OF_SWITCHING =
      Set.of("interface-mode", "vlan", "storm-control", "recovery-timeout");

  private final JunosConfiguration all;
  private final NavigableSet<VlanId> members = new TreeSet<>();
  private boolean exact = true;

  private JunosPort(JunosConfiguration all) {
    this.all = all;
  }

  private static Set<String> and(Set<String> some, String... more) {
    Set<String> both = new HashSet<>(some);
    both.addAll(List.of(more));
    return both;
  }

  static PortConfig read(JunosConfiguration all, PortName port) {
    PortConfig config =
        all.port(port)
            .filter(JunosConfiguration::isActive)
            .flatMap(found -> new JunosPort(all).config(found))
            .orElse(PortConfig.EVERYTHING);
    for (XmlTree vlan : all.listing(port)) {
      config = both(config, JunosConfiguration.id(JunosConfiguration.text(vlan, "vlan-id")));
    }
    return config;
  }

  /** And a VLAN that names the port itself. */
  private static PortConfig both(PortConfig config, Optional<VlanId> vlan) {
    return vlan.filter(id -> !config.carries(id))
        .map(id -> config.with(Channel.tagged(id), id))
        .orElse(config)
        .inexact();
  }

  private Optional<PortConfig> config(XmlTree port) {
    List<XmlTree> units = active(port, "unit");
    boolean disabled = !active(port, "disable").isEmpty();
    if (!onlyKnown(port, OF_PORT) || isBundled(port) || disabled != units.isEmpty()) {
      return Optional.empty();
    }
    List<XmlTree> natives = active(port, "native-vlan-id");
    if (disabled) {
      return natives.isEmpty() ? Optional.of(PortConfig.PARKED) : Optional.empty();
    }
    if (units.size() > 1 || !JunosConfiguration.name(units.get(0)).equals("0")) {
      return Optional.empty();
    }
    Optional<VlanId> untagged =
        natives.stream().findFirst().flatMap(one -> JunosConfiguration.id(one.text().strip()));
    return untagged.isPresent() == natives.isEmpty()
        ? Optional.empty()
        : switching(units.get(0)).flatMap(family -> config(family, untagged));
  }

  /** A member of a link aggregation group carries what the group carries. */
  private static boolean isBundled(XmlTree port) {
    return port.all().stream().anyMatch(part -> part.at("ieee-802.3ad").isPresent());
  }

  private static Optional<XmlTree> switching(XmlTree unit) {
    return unit.at("family")
        .filter(family -> onlyKnown(unit, OF_UNIT) && JunosConfiguration.isActive(family))
        .filter(family -> onlyKnown(family, Set.of("ethernet-switching")))
        .flatMap(family -> family.at("ethernet-switching"))
        .filter(JunosConfiguration::isActive)
        .filter(family -> onlyKnown(family, OF_SWITCHING));
  }

  private Optional<PortConfig> config(XmlTree family, Optional<VlanId> untagged) {
    List<XmlTree> modes = active(family, "interface-mode");
    String mode = modes.isEmpty() ? "access" : modes.get(0).text().strip();
    boolean known =
        active(family, "vlan").stream()
            .flatMap(vlan -> active(vlan, "members").stream())
            .allMatch(member -> add(member.text().strip()));
    if (!known || members.isEmpty()) {
      return Optional.empty();
    }
    if (mode.equals("access") && members.size() == 1 && untagged.isEmpty()) {
      return Optional.of(exactly(new PortConfig(Optional.of(members.first()), new TreeSet<>())));
    }
    return mode.equals("trunk") ? Optional.of(exactly(trunk(untagged))) : Optional.empty();
  }

  /** A native VLAN that is no member should pass nothing; that is not believed. */
  private PortConfig trunk(Optional<VlanId> untagged) {
    exact &= untagged.isEmpty() || members.contains(untagged.get());
    NavigableSet<VlanId> tagged = new TreeSet<>(members);
    untagged.ifPresent(tagged::remove);
    return new PortConfig(untagged, tagged);
  }

  private PortConfig exactly(PortConfig config) {
    return exact ? config : config.inexact();
  }

  /** A number, a range of them, or a name; anything else, {@code all} too, is not known. */
  private boolean add(String member) {
    String[] ends = member.split("-", 2);
    Optional<VlanId> first = JunosConfiguration.id(ends[0]);
    Optional<VlanId> last = first.isEmpty() ? first : JunosConfiguration.id(ends[ends.length - 1]);
    if (last.isPresent()) {
      for (int id = first.get().value(); id <= last.get().value(); id++) {
        VlanId vlan = new VlanId(id);
        exact &= all.has(vlan);
        members.add(vlan);
      }
      return true;
    }
    Optional<VlanId> named = all.named(member);
    named.ifPresent(members::add);
    return named.isPresent();
  }

  private static List<XmlTree> active(XmlTree tree, String name) {
    return tree.all(name).stream().filter(JunosConfiguration::isActive).toList();
  }

  private static boolean onlyKnown(XmlTree tree, Set<String> names) {
    return tree.all().stream()
        .filter(JunosConfiguration::isActive)
        .allMatch(child -> names.contains(child.name()));
  }
}
