package org.haas.driver.ovs;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.haas.spi.DriverException;
import org.haas.spi.DriverException.Kind;
import org.haas.spi.PortChange;
import org.haas.spi.PortConfig;
import org.haas.spi.PortName;
import org.haas.spi.SwitchDriver.SwitchSession;
import org.haas.spi.SwitchEndpoint;
import org.haas.spi.VlanId;

/** One login on an Open vSwitch. */
final class OvsSession implements SwitchSession {
  private final SwitchEndpoint endpoint;
  private final String bridge;
  private final ParkingRange parking;
  private final OvsTalk talk;

  OvsSession(SwitchEndpoint endpoint, String bridge, ParkingRange parking, OvsTalk talk) {
    this.endpoint = endpoint;
    this.bridge = bridge;
    this.parking = parking;
    this.talk = talk;
  }

  @Override
  public Map<PortName, PortConfig> read(Collection<PortName> ports) {
    if (ports.isEmpty()) {
      return Map.of();
    }
    OvsTable table = table(ports);
    Map<PortName, PortConfig> read = new LinkedHashMap<>();
    ports.forEach(port -> read.put(port, table.config(port)));
    return read;
  }

  @Override
  public void apply(List<PortChange> changes) {
    List<PortChange> open = changes.stream().filter(change -> !change.isDone()).toList();
    if (open.isEmpty()) {
      return;
    }
    open.forEach(this::requireNoParkingId);
    OvsTable table = table(open.stream().map(PortChange::port).toList());
    talk.write(parked(open, table), true);
    talk.calm();
    List<PortChange> connected =
        open.stream().filter(change -> !change.desired().parked()).toList();
    talk.write(
        connected.stream()
            .map(change -> OvsPort.connected(change.port(), change.desired()))
            .toList(),
        connected.stream().anyMatch(OvsSession::removes));
    talk.calm();
  }

  private static boolean removes(PortChange change) {
    return !change.needsCut() && !change.desired().vlans().containsAll(change.read().vlans());
  }

  private List<OvsPort> parked(List<PortChange> open, OvsTable table) {
    List<PortName> wanted =
        open.stream()
            .filter(change -> change.desired().parked() || change.needsCut())
            .map(PortChange::port)
            .toList();
    Map<PortName, Integer> ids = table.parkingIds(wanted);
    if (ids.size() < wanted.size()) {
      throw refused(
          "has no parking VLAN left for port %s: all of %s are in use. Widen the setting parking"
              .formatted(
                  wanted.stream().filter(port -> !ids.containsKey(port)).findFirst().orElseThrow(),
                  parking));
    }
    return wanted.stream().map(port -> OvsPort.parked(port, ids.get(port))).toList();
  }

  private OvsTable table(Collection<PortName> ports) {
    OvsTable table = talk.table(parking);
    for (PortName port : ports) {
      if (!table.has(port)) {
        throw refused("has no port %s on bridge %s".formatted(port, bridge));
      }
    }
    return table;
  }

  /** Nothing to do: the database of the switch is its start-up configuration. */
  @Override
  public void save() {}

  /** Nothing to do: a VLAN is there when a port names it. */
  @Override
  public void retire(Set<VlanId> vlans) {}

  private void requireNoParkingId(PortChange change) {
    for (VlanId vlan : change.desired().vlans()) {
      if (ParkingRange.RESERVED.contains(vlan.value())) {
        throw refused("keeps VLAN %s for parked ports".formatted(vlan));
      }
    }
  }

  private DriverException refused(String what) {
    return new DriverException(Kind.REFUSED, "%s %s.".formatted(endpoint.described(), what));
  }

  @Override
  public void close() {
    talk.close();
  }
}
