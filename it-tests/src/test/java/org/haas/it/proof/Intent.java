package org.haas.it.proof;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.haas.spi.PortConfig;
import org.haas.spi.VlanId;

/** What the database allowed the ports of one switch to carry, at one moment. */
final class Intent {
  private static final String EVERYTHING =
      """
      select s.type, s.tcp_port, s.username, coalesce(s.settings::json->>'switch', s.label),
             p.name, p.state, w.vlan
      from switch s join port p on p.switch_id = s.id
        left join nic c on c.port_id = p.id
        left join attachment a on a.nic_id = c.id
        left join network w on w.id = a.network_id
      where p.role = 'EDGE' and s.host = '127.0.0.1'""";

  private final Set<String> ports = new HashSet<>();
  private final Set<String> ready = new HashSet<>();
  private final Map<String, NavigableSet<VlanId>> vlans = new HashMap<>();

  /**
   * A switch of this machine; it may be registered under several names.
   *
   * @param type of its driver
   * @param port of TCP
   * @param name that it knows itself by
   */
  record Device(String type, int port, String user, String name) {}

  /** That of every switch. */
  static Map<Device, Intent> read() {
    Map<Device, Intent> intents = new HashMap<>();
    try (Records records = Records.open()) {
      for (List<String> row : records.rows(EVERYTHING)) {
        Device device =
            new Device(row.get(0), Integer.parseInt(row.get(1)), row.get(2), row.get(3));
        intents.computeIfAbsent(device, each -> new Intent()).add(row);
      }
    }
    return intents;
  }

  private void add(List<String> row) {
    ports.add(row.get(4));
    if (row.get(5).equals("READY")) {
      ready.add(row.get(4));
    }
    if (!row.get(6).isEmpty()) {
      vlans.computeIfAbsent(row.get(4), each -> new TreeSet<>()).add(VlanId.parse(row.get(6)));
    }
  }

  /** What one of the two allows; a port is ready that is so in both. */
  Intent or(Intent other) {
    Intent both = new Intent();
    both.ports.addAll(ports);
    both.ports.addAll(other.ports);
    both.ready.addAll(ready);
    both.ready.retainAll(other.ready);
    for (Intent one : List.of(this, other)) {
      one.vlans.forEach(
          (port, ids) -> both.vlans.computeIfAbsent(port, each -> new TreeSet<>()).addAll(ids));
    }
    return both;
  }

  /** Whether it is registered, as one that machines are cabled to. */
  boolean knows(String port) {
    return ports.contains(port);
  }

  /** Whether the port may be like that: before it is ready, also as it came from the factory. */
  boolean allows(String port, PortConfig seen) {
    if (seen.equals(PortConfig.EVERYTHING)) {
      return !ready.contains(port);
    }
    return vlans.getOrDefault(port, new TreeSet<>()).containsAll(seen.vlans());
  }
}
