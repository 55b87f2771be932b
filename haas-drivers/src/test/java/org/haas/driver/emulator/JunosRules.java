package org.haas.driver.emulator;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.haas.spi.PortConfig;
import org.haas.spi.VlanId;

/** What Junos takes at a commit, and what frames pass then. */
final class JunosRules {
  private static final String SWITCHING = "ethernet-switching";
  private final ConfigNode configuration;
  private final Map<String, Integer> vlans = new LinkedHashMap<>();

  JunosRules(ConfigNode configuration) {
    this.configuration = configuration;
    for (ConfigNode vlan : configuration.every("vlans", "vlan")) {
      vlan.at("vlan-id").ifPresent(id -> vlans.put(vlan.value(), Integer.valueOf(id.value())));
    }
  }

  /**
   * Whether it may be committed.
   *
   * @throws Refusal it may not
   */
  void check() {
    Set<Integer> seen = new HashSet<>();
    vlans.forEach((name, id) -> require(id <= 4094 && seen.add(id), "vlan-id is taken", name));
    configuration.every("interfaces", "interface").forEach(this::checkPort);
    for (ConfigNode vlan : configuration.every("vlans", "vlan")) {
      for (ConfigNode listed : vlan.all("interface")) {
        require(isSwitching(listed.value()), "not ethernet-switching", listed.value());
      }
    }
  }

  private void checkPort(ConfigNode port) {
    String name = port.value();
    boolean bundled = port.at("ether-options", "ieee-802.3ad").isPresent();
    require(!bundled || port.all("unit").isEmpty(), "part of an aggregate", name);
    boolean flexible = port.at("flexible-vlan-tagging").isPresent();
    for (ConfigNode unit : port.all("unit")) {
      boolean inet = unit.at("family", "inet").isPresent();
      Optional<ConfigNode> family = unit.at("family", SWITCHING);
      require(!inet || family.isEmpty(), "two families", name);
      require(unit.value().equals("0") || flexible, "only unit 0 is valid", name);
      family.ifPresent(found -> checkFamily(name + "." + unit.value(), port, found));
    }
  }

  private void checkFamily(String unit, ConfigNode port, ConfigNode family) {
    List<String> members = members(unit, family);
    boolean trunk = isTrunk(family);
    boolean flexible = port.at("flexible-vlan-tagging").isPresent();
    require(trunk || members.size() < 2, "access interface has more than one vlan", unit);
    require(trunk || flexible || port.at("native-vlan-id").isEmpty(), "no trunk", unit);
    for (String member : members) {
      boolean known = member.equals("all") || member.matches("\\d+-\\d+") || id(member).isPresent();
      require(known, "vlan %s is not defined".formatted(member), unit);
    }
  }

  private static void require(boolean right, String words, Object where) {
    if (!right) {
      throw new Refusal(where + ": " + words);
    }
  }

  private boolean isSwitching(String unit) {
    String[] parts = unit.split("\\.", 2);
    return configuration.every("interfaces", "interface").stream()
        .filter(port -> port.value().equals(parts[0]))
        .flatMap(port -> port.all("unit").stream())
        .filter(one -> one.value().equals(parts[1]))
        .anyMatch(one -> one.at("family", SWITCHING).isPresent());
  }

  private static boolean isTrunk(ConfigNode family) {
    return family.at("interface-mode").filter(mode -> mode.value().equals("trunk")).isPresent();
  }

  /** By the port, and by VLANs that name it. */
  private List<String> members(String unit, ConfigNode family) {
    List<String> members =
        new ArrayList<>(family.every("vlan", "members").stream().map(ConfigNode::value).toList());
    for (ConfigNode vlan : configuration.every("vlans", "vlan")) {
      if (vlan.all("interface").stream().anyMatch(listed -> listed.value().equals(unit))) {
        members.add(vlan.value());
      }
    }
    return members;
  }

  private Optional<Integer> id(String member) {
    return member.matches("\\d+")
        ? Optional.of(Integer.valueOf(member)).filter(vlans::containsValue)
        : Optional.ofNullable(vlans.get(member));
  }

  private NavigableSet<VlanId> ids(List<String> members) {
    NavigableSet<VlanId> ids = new TreeSet<>();
    for (String member : members) {
      String range = member.equals("all") ? "1-4094" : member;
      if (range.matches("\\d+-\\d+")) {
        String[] ends = range.split("-");
        vlans.values().stream()
            .filter(id -> Integer.parseInt(ends[0]) <= id && id <= Integer.parseInt(ends[1]))
            .forEach(id -> ids.add(new VlanId(id)));
      } else {
        id(range).ifPresent(id -> ids.add(new VlanId(id)));
      }
    }
    return ids;
  }

  /** Seen with suspicion: a native VLAN that exists is taken to pass even when it is no member. */
  PortConfig carried(String name) {
    Optional<ConfigNode> port =
        configuration.every("interfaces", "interface").stream()
            .filter(one -> one.value().equals(name) && one.at("disable").isEmpty())
            .findFirst();
    NavigableSet<VlanId> tagged = new TreeSet<>();
    Optional<VlanId> untagged = Optional.empty();
    for (ConfigNode unit : port.map(found -> found.all("unit")).orElse(List.of())) {
      unit.at("vlan-id").ifPresent(id -> tagged.add(new VlanId(Integer.parseInt(id.value()))));
      Optional<ConfigNode> family = unit.at("family", SWITCHING);
      if (family.isPresent()) {
        List<String> members = members(name + "." + unit.value(), family.get());
        boolean trunk = isTrunk(family.get());
        tagged.addAll(trunk ? ids(members) : new TreeSet<>());
        untagged = trunk ? nativeOf(port.get()) : access(members);
      }
    }
    untagged.ifPresent(tagged::remove);
    return new PortConfig(untagged, tagged);
  }

  private Optional<VlanId> nativeOf(ConfigNode port) {
    return port.at("native-vlan-id").flatMap(one -> id(one.value())).map(VlanId::new);
  }

  /** An access port of no VLAN is in the default one. */
  private Optional<VlanId> access(List<String> members) {
    return members.isEmpty() ? Optional.of(new VlanId(1)) : ids(members).stream().findFirst();
  }
}
