package org.haas.it.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A time during which somebody owned something, as the audit trail tells it. An event is written
 * under the lock of what it is about and before the commit, with the time of that moment: whoever
 * comes next has a later time, or there was no lock.
 *
 * @param prize what, such as {@code vlan 300} or {@code node n1}
 * @param fromMicros by the database's clock, as {@code toMicros}
 */
record Possession(String prize, String owner, long fromMicros, long toMicros) {
  private static final Map<String, String> ENDS =
      Map.of("node.reserve", "node.release", "network.create", "network.delete");

  private record Event(String action, String target, String actor, long atMicros) {}

  /**
   * All that began and ended after an event, of these nodes and of these networks' VLANs.
   *
   * @param vlanOf the VLAN of each network, which the trail does not know
   */
  static List<Possession> audited(long after, List<String> nodes, Map<String, String> vlanOf) {
    Set<String> known = new HashSet<>(nodes);
    known.addAll(vlanOf.keySet());
    Map<String, Event> begun = new HashMap<>();
    List<Possession> possessions = new ArrayList<>();
    for (Event event : events(after)) {
      if (known.contains(event.target()) && ENDS.containsKey(event.action())) {
        Event before = begun.put(event.target(), event);
        assertThat(before).as("what owned %s when %s", event.target(), event).isNull();
      } else if (known.contains(event.target())) {
        Event beginning = begun.remove(event.target());
        assertThat(beginning).as("what began before %s", event).isNotNull();
        assertThat(ENDS.get(beginning.action())).isEqualTo(event.action());
        possessions.add(of(beginning, event, vlanOf));
      }
    }
    assertThat(begun).as("what was never given back").isEmpty();
    return possessions;
  }

  private static Possession of(Event from, Event to, Map<String, String> vlanOf) {
    String prize =
        Optional.ofNullable(vlanOf.get(from.target()))
            .map(vlan -> "vlan " + vlan)
            .orElse("node " + from.target());
    return new Possession(
        prize, from.target() + " of " + from.actor(), from.atMicros(), to.atMicros());
  }

  private static List<Event> events(long after) {
    String sql =
        "select action, target, actor, (extract(epoch from at) * 1000000)::bigint from audit_event"
            + " where id > %d and action in ('node.reserve', 'node.release', 'network.create',"
            + " 'network.delete') order by at, id";
    try (Records records = Records.open()) {
      return records.rows(sql.formatted(after)).stream()
          .map(row -> new Event(row.get(0), row.get(1), row.get(2), Long.parseLong(row.get(3))))
          .toList();
    }
  }

  /** Asserts that of one prize's possessions each ended before the next began. */
  static void assertNeverTwoOwners(List<Possession> ofOnePrize) {
    List<Possession> inOrder = new ArrayList<>(ofOnePrize);
    inOrder.sort((a, b) -> Long.compare(a.fromMicros(), b.fromMicros()));
    for (int i = 1; i < inOrder.size(); i++) {
      Possession earlier = inOrder.get(i - 1);
      Possession later = inOrder.get(i);
      assertThat(later.fromMicros())
          .as("%s of two: %s and %s", later.prize(), earlier, later)
          .isGreaterThan(earlier.toMicros());
    }
  }
}
