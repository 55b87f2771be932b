package org.haas.driver.junos;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.haas.driver.wire.XmlTree;
import org.haas.spi.PortName;
import org.haas.spi.VlanId;

/** What a switch says that it has configured: its VLANs, and some ports. */
final class JunosConfiguration {
  private final List<XmlTree> interfaces;
  private final List<XmlTree> vlans;
  private final boolean marked;
  private final Map<String, VlanId> ids = new HashMap<>();

  /**
   * Of an answer.
   *
   * @throws IllegalArgumentException it holds no configuration
   */
  JunosConfiguration(XmlTree reply) {
    XmlTree tree =
        reply
            .at("configuration")
            .or(() -> reply.at("data", "configuration"))
            .orElseThrow(() -> new IllegalArgumentException("it shows no configuration"));
    interfaces = tree.at("interfaces").map(all -> all.all("interface")).orElse(List.of());
    vlans = tree.at("vlans").map(all -> all.all("vlan")).orElse(List.of());
    marked =
        tree.at("vlans").stream()
            .flatMap(all -> all.all("apply-macro").stream())
            .anyMatch(macro -> name(macro).equals(JunosRequests.MARK));
    vlans.stream().filter(JunosConfiguration::isActive).forEach(this::addId);
  }

  /** Whether a commit of HaaS is waiting for its confirmation. */
  boolean isMarked() {
    return marked;
  }

  /** Text of an element with this name right below. Junos likes to put it on a line of its own. */
  static String text(XmlTree tree, String name) {
    return tree.at(name).map(found -> found.text().strip()).orElse("");
  }

  static String name(XmlTree tree) {
    return text(tree, "name");
  }

  /** Whether it is there in earnest: what is deactivated is shown, and does nothing. */
  static boolean isActive(XmlTree tree) {
    return tree.attribute("inactive").isEmpty();
  }

  static Optional<VlanId> id(String text) {
    try {
      return Optional.of(VlanId.parse(text));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  private void addId(XmlTree vlan) {
    id(text(vlan, "vlan-id")).ifPresent(id -> ids.put(name(vlan), id));
  }

  Optional<XmlTree> port(PortName port) {
    return interfaces.stream().filter(one -> name(one).equals(port.value())).findFirst();
  }

  /** The id of a VLAN with that name. */
  Optional<VlanId> named(String name) {
    return Optional.ofNullable(ids.get(name));
  }

  boolean has(VlanId vlan) {
    return ids.containsValue(vlan);
  }

  /** VLANs that name the port, as they may besides the port naming them; all in some way. */
  List<XmlTree> listing(PortName port) {
    return vlans.stream().filter(vlan -> !units(vlan, port).isEmpty()).toList();
  }

  /** How such a VLAN names it: {@code ge-0/0/1.0}. */
  static List<String> units(XmlTree vlan, PortName port) {
    return vlan.all("interface").stream()
        .map(JunosConfiguration::name)
        .filter(unit -> unit.equals(port.value()) || unit.startsWith(port.value() + "."))
        .toList();
  }

  /** Those of these VLANs that HaaS made. */
  NavigableSet<VlanId> own(Iterable<VlanId> some) {
    NavigableSet<VlanId> own = new TreeSet<>();
    for (VlanId vlan : some) {
      if (named(JunosEdit.name(vlan)).filter(vlan::equals).isPresent()) {
        own.add(vlan);
      }
    }
    return own;
  }
}
