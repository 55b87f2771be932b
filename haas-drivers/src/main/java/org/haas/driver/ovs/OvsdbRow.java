package org.haas.driver.ovs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows of table Port in the words of RFC 7047. */
final class OvsdbRow {
  private static final List<?> NONE = List.of("set", List.of());

  private OvsdbRow() {}

  /** The operation that gives a port this row, whatever it had. */
  static Map<String, Object> update(OvsPort row, String tag) {
    Map<String, Object> columns = new LinkedHashMap<>();
    columns.put("vlan_mode", row.mode());
    columns.put("tag", row.tagText().equals(tag) && row.tag().isPresent() ? number(tag) : tag(tag));
    columns.put("trunks", List.of("set", List.copyOf(row.trunks())));
    columns.put("protected", row.isolated());
    return operation("update", Map.of("table", "Port", "where", where(row.name()), "row", columns));
  }

  private static Object number(String tag) {
    return Integer.valueOf(tag);
  }

  private static Object tag(String word) {
    return word.equals("[]") ? NONE : word;
  }

  private static List<?> where(String name) {
    return List.of(List.of("name", "==", name));
  }

  /** An operation of a transaction; its name comes first, as people read it. */
  static Map<String, Object> operation(String name, Map<String, ?> members) {
    Map<String, Object> operation = new LinkedHashMap<>();
    operation.put("op", name);
    List.of("table", "lock", "comment", "where", "columns", "row", "mutations")
        .forEach(
            each -> {
              if (members.containsKey(each)) {
                operation.put(each, members.get(each));
              }
            });
    return operation;
  }

  /** Columns of all rows of a table. */
  static Map<String, Object> select(String table, List<?> where, List<String> columns) {
    return operation("select", Map.of("table", table, "where", where, "columns", columns));
  }

  /**
   * Reads the answers to a selection of the bridge's {@code ports}, and to one of all ports'
   * columns with {@code _uuid} before them.
   *
   * @throws RuntimeException they have another form
   */
  static OvsTable table(String bridge, List<?> bridges, List<?> ports, ParkingRange parking) {
    Map<Object, String> names = new HashMap<>();
    List<OvsPort> rows = new ArrayList<>();
    for (Object each : ports) {
      Map<?, ?> row = (Map<?, ?>) each;
      List<Object> cells = new ArrayList<>();
      for (String column : OvsTable.COLUMNS.split(",")) {
        cells.add(row.get(column));
      }
      rows.add(OvsTable.row(cells));
      names.put(row.get("_uuid"), (String) row.get("name"));
    }
    List<String> onBridge = new ArrayList<>();
    for (Object each : uuids(((Map<?, ?>) bridges.get(0)).get("ports"))) {
      String name = names.get(each);
      if (name != null && !name.equals(bridge)) {
        onBridge.add(name);
      }
    }
    return new OvsTable(onBridge, rows, parking);
  }

  /** A set of one uuid is written as the uuid, which is a list as well. */
  private static List<?> uuids(Object cell) {
    List<?> list = (List<?>) cell;
    return "uuid".equals(list.get(0)) ? List.of(list) : OvsTable.set(cell);
  }
}
