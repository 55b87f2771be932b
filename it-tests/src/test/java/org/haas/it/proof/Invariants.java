package org.haas.it.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.haas.spi.Channel;
import org.haas.spi.PortConfig;
import org.haas.spi.VlanId;

/**
 * Every rule about who owns what and who hears whom, checked in the database and in the switches.
 * To be asked when nobody changes anything; waits until no operation is open on those switches.
 */
public final class Invariants {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final int FIRST_PARKING = 3800;
  private static final Pattern RULE =
      Pattern.compile("^-- (.+)$\\n((?:select|union)[^;]+);", Pattern.MULTILINE);

  private Invariants() {}

  /** Asserts all of them. */
  public static void hold(List<SwitchSeen> switches) {
    try (Records records = Records.open()) {
      Map<String, List<List<String>>> broken = new LinkedHashMap<>();
      rules().forEach((sentence, sql) -> broken.put(sentence, records.rows(sql)));
      broken.values().removeIf(List::isEmpty);
      assertThat(broken).as("rules that are broken, and by what").isEmpty();
      auditIsForEver(records);
      switches.forEach(each -> assertIsAsWanted(records, each));
    }
  }

  /** Waits until nothing is to be done any more on switches of these names. */
  public static void awaitQuiet(List<String> switches) {
    String names = switches.stream().collect(Collectors.joining("','", "'", "'"));
    String sql =
        "select o.uuid, o.action, o.state, o.error from operation o join switch s"
            + " on o.queue = 'switch:' || s.id where o.state in ('PENDING', 'RUNNING')"
            + " and s.label in (%s)".formatted(names);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    try (Records records = Records.open()) {
      List<List<String>> open = records.rows(sql);
      while (!open.isEmpty() && System.nanoTime() - deadline < 0) {
        LockSupport.parkNanos(PAUSE.toNanos());
        open = records.rows(sql);
      }
      assertThat(open).as("operations that never end").isEmpty();
    }
  }

  private static void auditIsForEver(Records records) {
    for (String change :
        List.of(
            "update audit_event set actor = 'x'",
            "delete from audit_event where id = (select max(id) from audit_event)")) {
      assertThatThrownBy(() -> records.change(change)).hasMessageContaining("never changed");
    }
  }

  /** The switch does what the database wants, neither more nor less. */
  private static void assertIsAsWanted(Records records, SwitchSeen seen) {
    Map<String, PortConfig> wanted = wanted(records, seen.name());
    Map<String, PortConfig> real = new LinkedHashMap<>(seen.ports());
    real.keySet().retainAll(wanted.keySet());
    assertThat(real).as("ports of switch %s", seen.name()).isEqualTo(wanted);
    assertThat(seen.badWriters()).as("overlapping or stale writers of %s", seen.name()).isZero();
    for (List<String> trunk : records.rows(ports(seen.name(), "PRESET"))) {
      assertThat(seen.ports().get(trunk.get(0)).vlans())
          .as("VLANs of trunk %s of %s", trunk.get(0), seen.name())
          .allMatch(vlan -> vlan.value() < FIRST_PARKING);
    }
    List<Integer> carried =
        real.values().stream()
            .flatMap(port -> port.vlans().stream())
            .map(VlanId::value)
            .distinct()
            .toList();
    assertThat(
            records
                .rows(
                    "select c.vlan from vlan_carrier c join switch s on s.id = c.switch_id"
                        + " where s.label = '%s'".formatted(seen.name()))
                .stream()
                .map(row -> Integer.valueOf(row.get(0))))
        .as("VLANs that switch %s may know, as the database says", seen.name())
        .containsAll(carried);
  }

  /** What the database wants of the ports that machines are on and that HaaS has parked once. */
  private static Map<String, PortConfig> wanted(Records records, String switchName) {
    Map<String, PortConfig> wanted = new LinkedHashMap<>();
    for (List<String> row : records.rows(ports(switchName, "EDGE"))) {
      PortConfig before = wanted.getOrDefault(row.get(0), PortConfig.PARKED);
      wanted.put(row.get(0), row.get(1).isEmpty() ? before : with(before, row));
    }
    return wanted;
  }

  private static PortConfig with(PortConfig before, List<String> row) {
    return before.with(Channel.parse(row.get(1)), VlanId.parse(row.get(2)));
  }

  private static String ports(String switchName, String role) {
    return """
        select p.name, a.channel, w.vlan from port p join switch s on s.id = p.switch_id
          left join nic c on c.port_id = p.id
          left join attachment a on a.nic_id = c.id and a.state <> 'DETACHING'
          left join network w on w.id = a.network_id
        where s.label = '%s' and p.role = '%s' and p.state = 'READY'"""
        .formatted(switchName, role);
  }

  private static Map<String, String> rules() {
    Map<String, String> rules = new LinkedHashMap<>();
    try (InputStream file = Invariants.class.getResourceAsStream("invariants.sql")) {
      Matcher matcher = RULE.matcher(new String(file.readAllBytes(), StandardCharsets.UTF_8));
      while (matcher.find()) {
        rules.put(matcher.group(1), matcher.group(2));
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    List<String> few = new ArrayList<>(rules.keySet());
    assertThat(few).as("rules of invariants.sql").hasSizeGreaterThan(15);
    return rules;
  }
}
