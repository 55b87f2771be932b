package org.haas.driver.emulator;

import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.haas.spi.PortConfig;
import org.haas.spi.VlanId;

/**
 * What frames pass, by a table's section {@code carries}: rows {@code conditions -> untagged
 * tagged}, of which the first counts whose conditions hold. Both are fields, {@code -} is none.
 * {@code native in allowed}: that VLAN passes untagged if it is in the list.
 */
final class Carriage {
  /** Which fields matter at a port. */
  private record Fields(String untagged, String tagged, boolean inList) {
    private static final Fields NONE = new Fields("-", "-", false);

    static Fields parse(String row) {
      String[] words = row.strip().split("\\s+");
      boolean inList = words.length == 3;
      return new Fields(words[0], words[words.length - 1], inList);
    }
  }

  private final SystemTable table;
  private final SwitchConfiguration running;

  Carriage(SystemTable table, SwitchConfiguration running) {
    this.table = table;
    this.running = running;
  }

  /** Seen with suspicion: a native VLAN that exists is taken to pass even when not allowed. */
  PortConfig of(String port) {
    Fields fields = fields(port);
    NavigableSet<Integer> active = running.active();
    Optional<VlanId> untagged =
        ids(port, fields.untagged()).stream().filter(active::contains).map(VlanId::new).findFirst();
    NavigableSet<VlanId> tagged = new TreeSet<>();
    active.stream()
        .filter(ids(port, fields.tagged())::contains)
        .map(VlanId::new)
        .filter(id -> untagged.filter(id::equals).isEmpty())
        .forEach(tagged::add);
    return new PortConfig(untagged, tagged);
  }

  /** The native VLAN that is not in the port's list, so that untagged frames are dropped. */
  Optional<Integer> dropped(String port) {
    Fields fields = fields(port);
    if (!fields.inList()) {
      return Optional.empty();
    }
    NavigableSet<Integer> list = ids(port, fields.tagged());
    return ids(port, fields.untagged()).stream().filter(id -> !list.contains(id)).findFirst();
  }

  private NavigableSet<Integer> ids(String port, String field) {
    return field.equals("-") ? new TreeSet<>() : VlanList.ids(running.field(port, field));
  }

  private Fields fields(String port) {
    return table.rows("carries").stream()
        .map(row -> row.split(" -> ", 2))
        .filter(row -> Stream.of(row[0].split(" & ")).allMatch(one -> holds(port, one)))
        .map(row -> Fields.parse(row[1]))
        .findFirst()
        .orElse(Fields.NONE);
  }

  private boolean holds(String port, String condition) {
    return holds(running, port, condition);
  }

  /** Whether a port's field is this: {@code mode=trunk}; or is not: {@code mode!=trunk}. */
  static boolean holds(SwitchConfiguration configuration, String port, String condition) {
    String[] parts = condition.strip().split("\\s*!?=\\s*", 2);
    boolean same = configuration.field(port, parts[0]).equals(parts[1].strip());
    return same != condition.contains("!=");
  }
}
