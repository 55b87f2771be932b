package org.haas.driver.emulator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.haas.spi.PortConfig;
import org.haas.spi.PortName;

/**
 * An account that may run ovs-vsctl and nothing else, over a table Port in memory. Understands
 * {@code list-ports}, {@code list port} with columns as JSON and {@code set port} with the four
 * VLAN columns; refuses every other word. All commands of a line happen or none.
 */
public final class OvsEmulator {
  private static final String COLUMNS = "--columns=name,tag,trunks,vlan_mode,protected list port";

  private final String bridge;
  private final Map<String, OvsRow> rows = new LinkedHashMap<>();

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

  /** What frames pass at each port of the bridge. */
  public synchronized Map<PortName, PortConfig> carried() {
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
