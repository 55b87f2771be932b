package org.haas.driver.ovs;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.haas.driver.ssh.CommandResult;
import org.haas.driver.ssh.SshSession;
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
  private static final int ENDED_BY_ITS_TIMEOUT = 128 + 14;

  private final SwitchEndpoint endpoint;
  private final String bridge;
  private final ParkingRange parking;
  private final SshSession ssh;

  OvsSession(SwitchEndpoint endpoint, String bridge, ParkingRange parking, SshSession ssh) {
    this.endpoint = endpoint;
    this.bridge = bridge;
    this.parking = parking;
    this.ssh = ssh;
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
    List<PortName> parked =
        open.stream()
            .filter(change -> change.desired().parked() || change.needsCut())
            .map(PortChange::port)
            .toList();
    run(parked, table);
    settle(!parked.isEmpty());
    run(
        open.stream()
            .filter(change -> !change.desired().parked())
            .map(change -> OvsLines.connect(change.port(), change.desired()))
            .toList());
    settle(open.stream().anyMatch(change -> !change.needsCut() && leaves(change)));
  }

  private static boolean leaves(PortChange change) {
    return !change.desired().parked()
        && !change.desired().vlans().containsAll(change.read().vlans());
  }

  /** When VLANs have left: frames of known flows may go the old way until this returns. */
  private void settle(boolean vlansHaveLeft) {
    if (vlansHaveLeft) {
      output(OvsLines.SETTLE);
    }
  }

  /** Nothing to do: the database of the switch is its start-up configuration. */
  @Override
  public void save() {}

  /** Nothing to do: a VLAN is there when a port names it. */
  @Override
  public void retire(Set<VlanId> vlans) {}

  private void run(List<PortName> parked, OvsTable table) {
    Map<PortName, Integer> ids = table.parkingIds(parked);
    if (ids.size() < parked.size()) {
      throw refused(
          "has no parking VLAN left for port %s: all of %s are in use. Widen the setting parking"
              .formatted(
                  parked.stream().filter(port -> !ids.containsKey(port)).findFirst().orElseThrow(),
                  parking));
    }
    run(parked.stream().map(port -> OvsLines.park(port, ids.get(port).toString())).toList());
  }

  private void run(List<String> commands) {
    OvsLines.transactions(endpoint.timeout(), commands).forEach(this::output);
  }

  private OvsTable table(Collection<PortName> ports) {
    String output = output(OvsLines.read(endpoint.timeout(), bridge));
    OvsTable table;
    try {
      table = OvsTable.parse(output, parking);
    } catch (IllegalArgumentException garbage) {
      throw new DriverException(
          Kind.UNREACHABLE,
          "%s answered %s: %s."
              .formatted(endpoint.described(), garbage.getMessage(), DriverException.words(output)),
          garbage);
    }
    for (PortName port : ports) {
      if (!table.has(port)) {
        throw refused("has no port %s on bridge %s".formatted(port, bridge));
      }
    }
    return table;
  }

  private String output(String line) {
    CommandResult result = ssh.run(line);
    if (result.succeeded()) {
      return result.output();
    }
    if (result.exitCode() == ENDED_BY_ITS_TIMEOUT) {
      throw new DriverException(
          Kind.UNREACHABLE, endpoint.described() + " runs no ovs-vswitchd that answers in time.");
    }
    throw refused("refused: " + DriverException.words(result.errors() + " " + result.output()));
  }

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
    ssh.close();
  }
}
