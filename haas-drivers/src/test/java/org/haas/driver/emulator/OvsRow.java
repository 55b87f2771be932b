package org.haas.driver.emulator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.haas.spi.PortConfig;
import org.haas.spi.VlanId;

/** A row of table Port, and what Open vSwitch's manual says about frames at such a port. */
record OvsRow(
    boolean onBridge, int tag, NavigableSet<Integer> trunks, String mode, boolean isolated) {
  static final OvsRow UNTOUCHED = new OvsRow(true, -1, new TreeSet<>(), "", false);

  private static final int ALL_IDS = 4096;

  OvsRow elsewhere() {
    return new OvsRow(false, tag, trunks, mode, isolated);
  }

  OvsRow with(String[] columns) {
    OvsRow row = this;
    for (String column : columns) {
      String[] parts = column.split("=", 2);
      row = row.with(parts[0], parts.length == 2 ? parts[1] : "");
    }
    return row;
  }

  private OvsRow with(String column, String value) {
    return switch (column) {
      case "vlan_mode" -> new OvsRow(onBridge, tag, trunks, mode(value), isolated);
      case "tag" -> new OvsRow(onBridge, ids(value).findFirst().orElse(-1), trunks, mode, isolated);
      case "trunks" ->
          new OvsRow(
              onBridge,
              tag,
              ids(value).boxed().collect(Collectors.toCollection(TreeSet::new)),
              mode,
              isolated);
      case "protected" -> new OvsRow(onBridge, tag, trunks, mode, bool(value));
      default -> throw new IllegalArgumentException("Port does not contain a column " + column);
    };
  }

  private static String mode(String value) {
    if (value.matches("access|trunk|native-tagged|native-untagged|dot1q-tunnel")) {
      return value;
    }
    throw new IllegalArgumentException(value + " is not one of the allowed values");
  }

  private static boolean bool(String value) {
    if (value.matches("true|false")) {
      return value.equals("true");
    }
    throw new IllegalArgumentException(value + " is not a boolean");
  }

  private static IntStream ids(String value) {
    if (value.equals("[]")) {
      return IntStream.empty();
    }
    return Stream.of(value.split(",", -1)).mapToInt(OvsRow::id);
  }

  private static int id(String text) {
    if (text.matches("[0-9]{1,4}") && Integer.parseInt(text) < ALL_IDS) {
      return Integer.parseInt(text);
    }
    throw new IllegalArgumentException("constraint violation: " + text);
  }

  boolean isolatedAccess() {
    return isolated && mode.equals("access") && tag > 0 && trunks.isEmpty();
  }

  boolean names(int id) {
    return tag == id || trunks.contains(id);
  }

  PortConfig carried() {
    boolean access = mode.equals("access") || (mode.isEmpty() && tag >= 0);
    int untaggedId = access || mode.startsWith("native") ? Math.max(tag, 0) : 0;
    Optional<VlanId> untagged =
        untaggedId == 0 ? Optional.empty() : Optional.of(new VlanId(untaggedId));
    if (!access && untaggedId == 0 && trunks.isEmpty()) {
      return PortConfig.EVERYTHING;
    }
    NavigableSet<VlanId> tagged = new TreeSet<>();
    for (int id = VlanId.MIN; id <= VlanId.MAX; id++) {
      if (!access && id != untaggedId && (trunks.isEmpty() || trunks.contains(id))) {
        tagged.add(new VlanId(id));
      }
    }
    return new PortConfig(untagged, tagged);
  }

  /** The row with these columns in OVSDB's words. */
  OvsRow with(Map<?, ?> columns) {
    OvsRow row = this;
    for (Map.Entry<?, ?> column : columns.entrySet()) {
      row = row.with(column.getKey().toString(), text(column.getValue()));
    }
    return row;
  }

  private static String text(Object value) {
    if (value instanceof List<?> set) {
      List<?> elements = (List<?>) set.get(1);
      return elements.isEmpty()
          ? "[]"
          : elements.stream().map(Object::toString).collect(Collectors.joining(","));
    }
    return value.toString();
  }

  /** The row in OVSDB's words. */
  Map<String, Object> columns(String name) {
    Map<String, Object> columns = new LinkedHashMap<>();
    columns.put("_uuid", List.of("uuid", name));
    columns.put("name", name);
    columns.put("tag", tag < 0 ? List.of("set", List.of()) : tag);
    columns.put(
        "trunks", trunks.size() == 1 ? trunks.first() : List.of("set", new ArrayList<>(trunks)));
    columns.put("vlan_mode", mode.isEmpty() ? List.of("set", List.of()) : mode);
    columns.put("protected", isolated);
    return columns;
  }

  String json(String name) {
    return "[\"%s\",%s,%s,%s,%s]"
        .formatted(
            name,
            tag < 0 ? "[\"set\",[]]" : Integer.toString(tag),
            trunks.size() == 1
                ? trunks.first().toString()
                : trunks.stream()
                    .map(String::valueOf)
                    .collect(Collectors.joining(",", "[\"set\",[", "]]")),
            mode.isEmpty() ? "[\"set\",[]]" : "\"" + mode + "\"",
            isolated);
  }
}
