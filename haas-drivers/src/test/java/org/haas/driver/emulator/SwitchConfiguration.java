package org.haas.driver.emulator;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What is configured: each port's fields, and the VLANs with their states. */
final class SwitchConfiguration {
  private static final String ACTIVE = "active";

  private final Map<String, Map<String, String>> ports = new LinkedHashMap<>();
  private final TreeMap<Integer, String> vlans = new TreeMap<>();

  /** Nobody has configured it. */
  SwitchConfiguration(SystemTable table, List<String> names) {
    names.forEach(name -> ports.put(name, new HashMap<>(table.factory())));
    if (!table.setting("default-vlan").equals("none")) {
      vlans.put(1, ACTIVE);
    }
  }

  private SwitchConfiguration(SwitchConfiguration other) {
    other.ports.forEach((name, fields) -> ports.put(name, new HashMap<>(fields)));
    vlans.putAll(other.vlans);
  }

  SwitchConfiguration copy() {
    return new SwitchConfiguration(this);
  }

  Map<String, Map<String, String>> ports() {
    return ports;
  }

  /** A port's field; empty when it has no such one. */
  String field(String port, String name) {
    return ports.get(port).getOrDefault(name, "");
  }

  void set(String port, String name, String value) {
    ports.get(port).put(name, value);
  }

  Map<Integer, String> vlans() {
    return vlans;
  }

  NavigableSet<Integer> active() {
    return vlans.entrySet().stream()
        .filter(vlan -> vlan.getValue().equals(ACTIVE))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  void create(NavigableSet<Integer> ids) {
    ids.forEach(id -> vlans.putIfAbsent(id, ACTIVE));
  }
}
