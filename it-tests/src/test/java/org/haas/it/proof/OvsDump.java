package org.haas.it.proof;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.haas.it.lab.Nic;
import org.haas.spi.PortConfig;
import org.haas.spi.VlanId;

/** The table of ports of a switch of the lab, read from its own database, and judged anew. */
final class OvsDump {
  private static final int FIRST_PARKING = 3800;

  private record Row(String name, List<Integer> tag, List<Integer> trunks, String mode) {
    boolean access() {
      return mode.equals("access") || (mode.isEmpty() && !tag.isEmpty());
    }
  }

  private OvsDump() {}

  /** Somebody's hand at the lab's switch, behind the back of HaaS. */
  static void change(Path state, Nic at, String... what) {
    String bridge = at.switchName().substring(at.switchName().lastIndexOf('-') + 1);
    List<String> command = new ArrayList<>();
    command.add("ovs-vsctl");
    command.add("--db=unix:" + state.resolve(bridge).resolve("run/db.sock"));
    command.add("--timeout=10");
    command.addAll(List.of(what));
    try {
      int code = new ProcessBuilder(command).inheritIO().start().waitFor();
      if (code != 0) {
        throw new IllegalStateException("%s ended with %d.".formatted(command, code));
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  /**
   * What each port of the lab's switch carries.
   *
   * @param state the lab's folder
   * @param bridge {@code sw1} or {@code sw2}
   */
  static SwitchSeen read(Path state, String bridge, String name) {
    String database = "--db=unix:" + state.resolve(bridge).resolve("run/db.sock");
    List<String> command =
        List.of(
            "ovs-vsctl",
            database,
            "--timeout=10",
            "--format=json",
            "--columns=name,tag,trunks,vlan_mode",
            "list",
            "port");
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      try (JsonReader reader = Json.createReader(process.getInputStream())) {
        List<Row> rows = new ArrayList<>();
        for (JsonArray row :
            reader.readObject().getJsonArray("data").getValuesAs(JsonArray.class)) {
          rows.add(row(row));
        }
        return new SwitchSeen(name, carried(rows), 0);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (JsonException nothing) {
      throw new IllegalStateException("%s of %s tells nothing.".formatted(bridge, state), nothing);
    }
  }

  private static Map<String, PortConfig> carried(List<Row> rows) {
    Map<Integer, Long> named =
        rows.stream()
            .flatMap(row -> row.tag().stream())
            .collect(Collectors.groupingBy(id -> id, Collectors.counting()));
    Map<String, PortConfig> carried = new LinkedHashMap<>();
    for (Row row : rows) {
      boolean alone = row.tag().stream().allMatch(id -> id >= FIRST_PARKING && named.get(id) == 1);
      carried.put(row.name(), row.access() && alone ? PortConfig.PARKED : carried(row));
    }
    return carried;
  }

  private static PortConfig carried(Row row) {
    NavigableSet<VlanId> trunks =
        row.trunks().stream().map(VlanId::new).collect(Collectors.toCollection(TreeSet::new));
    Optional<VlanId> untagged = row.tag().stream().findFirst().map(VlanId::new);
    if (row.access()) {
      return new PortConfig(untagged, Collections.emptyNavigableSet());
    }
    untagged.ifPresent(trunks::remove);
    return row.trunks().isEmpty() ? PortConfig.EVERYTHING : new PortConfig(untagged, trunks);
  }

  private static Row row(JsonArray cells) {
    return new Row(
        cells.getString(0),
        numbers(cells.get(1)),
        numbers(cells.get(2)),
        cells.get(3) instanceof JsonString mode ? mode.getString() : "");
  }

  /** A set of one element is written as the element. */
  private static List<Integer> numbers(JsonValue cell) {
    return cell instanceof JsonNumber one
        ? List.of(one.intValue())
        : cell.asJsonArray().getJsonArray(1).getValuesAs(JsonNumber::intValue);
  }
}
