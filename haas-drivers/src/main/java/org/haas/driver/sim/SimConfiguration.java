package org.haas.driver.sim;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.haas.spi.PortName;
import org.haas.spi.VlanId;

/** One configuration of a simulated switch, running or startup; text form for disk and dump. */
final class SimConfiguration {
  private final NavigableSet<VlanId> vlans = new TreeSet<>();
  private final Map<PortName, SimPort> ports = new TreeMap<>();

  SimConfiguration(Collection<PortName> names) {
    names.forEach(name -> ports.put(name, SimPort.UNTOUCHED));
  }

  private SimConfiguration() {}

  static SimConfiguration parse(List<String> lines) {
    SimConfiguration configuration = new SimConfiguration();
    for (String line : lines) {
      String[] words = line.split(" ", 3);
      if (words[0].equals("vlans") && words.length == 2) {
        configuration.vlans.addAll(SimPort.vlans(words[1]));
      } else if (words[0].equals("port") && words.length == 3) {
        configuration.ports.put(new PortName(words[1]), SimPort.parse(words[2]));
      } else {
        throw new IllegalArgumentException("not a line of a configuration: " + line);
      }
    }
    return configuration;
  }

  SimConfiguration copy() {
    SimConfiguration copy = new SimConfiguration();
    copy.vlans.addAll(vlans);
    copy.ports.putAll(ports);
    return copy;
  }

  List<String> lines(Collection<PortName> asked) {
    List<String> lines = new ArrayList<>();
    lines.add("vlans " + SimPort.list(vlans));
    asked.forEach(name -> lines.add("port " + name + " " + ports.get(name)));
    return lines;
  }

  List<String> lines() {
    return lines(ports.keySet());
  }

  NavigableSet<VlanId> vlans() {
    return vlans;
  }

  Map<PortName, SimPort> ports() {
    return ports;
  }

  boolean uses(VlanId vlan) {
    return ports.values().stream()
        .anyMatch(
            port ->
                port.tagged().contains(vlan) || port.untagged().filter(vlan::equals).isPresent());
  }
}
