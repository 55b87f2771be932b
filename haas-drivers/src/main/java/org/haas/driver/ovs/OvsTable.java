package org.haas.driver.ovs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.haas.driver.wire.Json;
import org.haas.spi.PortConfig;
import org.haas.spi.PortName;

/**
 * All ports of an Open vSwitch at one moment, and which of them are on the bridge. VLANs of other
 * bridges count as used too: patch ports may join the bridges.
 */
final class OvsTable {
  static final String COLUMNS = "name,tag,trunks,vlan_mode,protected";

  private final Set<String> onBridge;
  private final Map<String, OvsPort> ports = new LinkedHashMap<>();
  private final Map<Integer, Integer> timesNamed = new HashMap<>();
  private final ParkingRange parking;

  /**
   * Keeps what was read.
   *
   * @param onBridge the names of the bridge's ports, without that which is called as the bridge
   */
  OvsTable(Collection<String> onBridge, List<OvsPort> rows, ParkingRange parking) {
    this.parking = parking;
    this.onBridge = Set.copyOf(onBridge);
    rows.forEach(this::add);
  }

  /**
   * Reads what {@code list-ports} and {@code list port} write in one command: names, one a line,
   * and the table in JSON on the last line.
   *
   * @throws IllegalArgumentException it is something else
   */
  static OvsTable parse(String output, ParkingRange parking) {
    List<String> lines = output.strip().lines().toList();
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("no table");
    }
    List<OvsPort> rows = new ArrayList<>();
    try {
      Map<?, ?> json = (Map<?, ?>) Json.parse(lines.get(lines.size() - 1));
      if (!List.of(COLUMNS.split(",")).equals(json.get("headings"))) {
        throw new IllegalArgumentException("other columns than asked");
      }
      ((List<?>) json.get("data")).forEach(row -> rows.add(row((List<?>) row)));
    } catch (ClassCastException | NullPointerException | IndexOutOfBoundsException otherForm) {
      throw new IllegalArgumentException("a table of another form", otherForm);
    }
    return new OvsTable(lines.subList(0, lines.size() - 1), rows, parking);
  }

  /**
   * A row of OVSDB: the cells of {@link #COLUMNS}.
   *
   * @throws RuntimeException it has another form
   */
  static OvsPort row(List<?> row) {
    List<?> tag = set(row.get(1));
    NavigableSet<Integer> trunks = new TreeSet<>();
    set(row.get(2)).forEach(id -> trunks.add(number(id)));
    return new OvsPort(
        (String) row.get(0),
        tag.isEmpty() ? OptionalInt.empty() : OptionalInt.of(number(tag.get(0))),
        trunks,
        set(row.get(3)).stream().map(String.class::cast).findFirst().orElse(""),
        (Boolean) row.get(4));
  }

  private void add(OvsPort port) {
    ports.put(port.name(), port);
    port.named().forEach(id -> timesNamed.merge(id, 1, Integer::sum));
  }

  /** OVSDB writes a set of one element as the element. */
  static List<?> set(Object cell) {
    if (cell instanceof List<?> list) {
      if (!"set".equals(list.get(0))) {
        throw new IllegalArgumentException("no set");
      }
      return (List<?>) list.get(1);
    }
    return List.of(cell);
  }

  private static int number(Object value) {
    long id = (Long) value;
    if (id < 0 || id > 4095) {
      throw new IllegalArgumentException("a VLAN id of " + id);
    }
    return (int) id;
  }

  boolean has(PortName port) {
    return onBridge.contains(port.value()) && ports.containsKey(port.value());
  }

  /** What the port carries; parked only when it has a parking id that no other port names. */
  PortConfig config(PortName port) {
    OvsPort row = ports.get(port.value());
    return parkedAt(row).isPresent() ? PortConfig.PARKED : row.config();
  }

  private Optional<Integer> parkedAt(OvsPort port) {
    boolean parked =
        port.effectiveMode().equals("access")
            && port.isolated()
            && port.trunks().isEmpty()
            && port.tag().isPresent()
            && parking.contains(port.tag().getAsInt())
            && timesNamed.get(port.tag().getAsInt()) == 1;
    return parked ? Optional.of(port.tag().getAsInt()) : Optional.empty();
  }

  /**
   * Parking ids for these ports, each named by no port of the switch: ports that are parked keep
   * theirs. Fewer when the range is used up.
   */
  Map<PortName, Integer> parkingIds(List<PortName> wanted) {
    List<Integer> free = new ArrayList<>();
    parking.ids().filter(id -> !timesNamed.containsKey(id)).forEach(free::add);
    Map<PortName, Integer> ids = new LinkedHashMap<>();
    for (PortName port : wanted) {
      Optional<Integer> own = parkedAt(ports.get(port.value()));
      if (own.isPresent()) {
        ids.put(port, own.get());
      } else if (!free.isEmpty()) {
        ids.put(port, free.remove(0));
      }
    }
    return ids;
  }
}
