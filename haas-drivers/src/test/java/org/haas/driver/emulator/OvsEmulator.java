package org.haas.driver.emulator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.haas.spi.PortConfig;
import org.haas.spi.PortName;
import org.haas.spi.VlanId;

/**
 * An account that may run ovs-vsctl over a table Port in memory, and wait for the flows.
 * Understands {@code list-ports}, {@code list port} with columns as JSON and {@code set port} with
 * the four VLAN columns; refuses every other word. All commands of a line happen or none. VLANs
 * that left a port still pass it, until they are waited for or enough time has passed to look at
 * the ports.
 */
public final class OvsEmulator {
  private static final String COLUMNS = "--columns=name,tag,trunks,vlan_mode,protected list port";

  private final String bridge;
  private final Map<String, OvsRow> rows = new LinkedHashMap<>();
  private final Map<PortName, NavigableSet<VlanId>> late = new HashMap<>();

  /** A switch with one bridge, whose ports nobody has configured. */
  public OvsEmulator(String bridge, List<PortName> ports) {
    this.bridge = bridge;
    rows.put(bridge, OvsRow.UNTOUCHED);
    ports.forEach(port -> rows.put(port.value(), OvsRow.UNTOUCHED));
  }

  /** A port that belongs to another bridge of the same switch. */
  public synchronized void addElsewhere(PortName port) {
    rows.put(port.value(), OvsRow.UNTOUCHED.elsewhere());
  }

  /** Configures a port behind everybody's back: {@code vlan_mode=access tag=5}. */
  public synchronized void set(PortName port, String columns) {
    rows.put(port.value(), rows.get(port.value()).with(columns.split(" ")));
  }

  /** What frames pass at each port of the bridge, those of old flows too. */
  public synchronized Map<PortName, PortConfig> carried() {
    Map<PortName, PortConfig> carried = configured();
    late.forEach((port, vlans) -> carried.computeIfPresent(port, (p, now) -> and(now, vlans)));
    return carried;
  }

  private static PortConfig and(PortConfig config, NavigableSet<VlanId> vlans) {
    NavigableSet<VlanId> tagged = new TreeSet<>(config.tagged());
    tagged.addAll(vlans);
    config.untagged().ifPresent(tagged::remove);
    return new PortConfig(config.untagged(), tagged);
  }

  private Map<PortName, PortConfig> configured() {
    Map<PortName, PortConfig> carried = new LinkedHashMap<>();
    rows.forEach(
        (name, row) -> {
          if (row.onBridge() && !name.equals(bridge)) {
            carried.put(new PortName(name), isAlone(row) ? PortConfig.PARKED : row.carried());
          }
        });
    return carried;
  }

  /** Whether the port shares its only VLAN with no other port that names VLANs. */
  private boolean isAlone(OvsRow row) {
    return row.isolatedAccess()
        && rows.values().stream().filter(other -> other.names(row.tag())).count() == 1;
  }

  /** Runs a command line as the account would. */
  public synchronized EmulatedCommand run(String line) {
    if (line.equals("ovs-appctl revalidator/wait")) {
      late.clear();
      return EmulatedCommand.done("");
    }
    Map<PortName, PortConfig> before = configured();
    EmulatedCommand result = vsctl(line);
    Map<PortName, PortConfig> after = configured();
    before.forEach((port, config) -> addLate(port, config.vlans(), after.get(port).vlans()));
    return result;
  }

  private void addLate(PortName port, NavigableSet<VlanId> before, NavigableSet<VlanId> after) {
    before.removeAll(after);
    if (!before.isEmpty()) {
      late.computeIfAbsent(port, name -> new TreeSet<>()).addAll(before);
    }
  }

  private EmulatedCommand vsctl(String line) {
    List<String> commands = List.of(line.split(" -- "));
    String[] first = commands.get(0).split(" ", 3);
    if (first.length < 3 || !first[0].equals("ovs-vsctl")) {
      return EmulatedCommand.refused(127, "only ovs-vsctl may be run here");
    }
    if (!first[1].matches("--timeout=[1-9][0-9]*")) {
      return EmulatedCommand.refused(1, "ovs-vsctl: without a time-out");
    }
    List<String> rest = new ArrayList<>(commands);
    rest.set(0, first[2]);
    Map<String, OvsRow> before = new LinkedHashMap<>(rows);
    try {
      return EmulatedCommand.done(rest.stream().map(this::one).collect(Collectors.joining()));
    } catch (IllegalArgumentException refused) {
      rows.clear();
      rows.putAll(before);
      return EmulatedCommand.refused(1, "ovs-vsctl: " + refused.getMessage());
    }
  }

  private String one(String command) {
    if (command.equals("--format=json list-ports " + bridge)) {
      return rows.entrySet().stream()
          .filter(row -> row.getValue().onBridge() && !row.getKey().equals(bridge))
          .map(row -> row.getKey() + "\n")
          .collect(Collectors.joining());
    }
    if (command.equals(COLUMNS)) {
      late.clear();
      return rows.entrySet().stream()
          .map(row -> row.getValue().json(row.getKey()))
          .collect(
              Collectors.joining(
                  ",",
                  "{\"data\":[",
                  "],\"headings\":[\"name\",\"tag\",\"trunks\",\"vlan_mode\",\"protected\"]}\n"));
    }
    String[] words = command.split(" ", 4);
    if (words.length == 4 && words[0].equals("set") && words[1].equals("port")) {
      OvsRow row = rows.get(words[2]);
      if (row == null) {
        throw new IllegalArgumentException("no row \"" + words[2] + "\" in table Port");
      }
      rows.put(words[2], row.with(words[3].split(" ")));
      return "";
    }
    throw new IllegalArgumentException("unknown command '" + command + "'");
  }
}
