package org.haas.network;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.haas.access.Access;
import org.haas.config.HaasConfig;
import org.haas.network.ProofView.Carrier;
import org.haas.network.ProofView.Standing;
import org.haas.network.ProofView.Verdict;
import org.haas.page.Row;
import org.haas.page.Sql;
import org.haas.page.Tables;
import org.haas.spi.Label;

/** Finds what was read of a network's VLAN at all ports, beside what is wanted: two statements. */
@ApplicationScoped
class ProofSearch {
  /** A port is late when its switch's check did not come by twice. */
  private static final int CHECKS = 2;

  private static final String CONCERNED =
      """
      select p.role, n.carried, a.state, v.label, c.label, h.label, p.read_at, s.label, p.name,
      """;
  private static final String PORTS =
      """
      from network w cross join port p join switch s on s.id = p.switch_id
        cross join lateral (select p.last_read = 'everything'
          or p.last_read ~ ('\\m' || w.vlan || '\\M') as carried) n
        left join nic c on c.port_id = p.id left join node v on v.id = c.node_id
        left join project h on h.id = v.project_id
        left join attachment a on a.nic_id = c.id and a.network_id = w.id
      """;

  @Inject private Access access;
  @Inject private Tables tables;
  @Inject private HaasConfig config;

  private record Readings(Optional<Instant> from, Optional<Instant> until, long all, long unread) {}

  private record Found(Carrier carrier, boolean known) {}

  ProofView of(NetworkView network) {
    Readings readings = readings();
    List<Found> found =
        tables.rows(
            new Sql(CONCERNED)
                .add(access.mayUse("v.project_id"))
                .add(PORTS)
                .add("where w.label = ? and (n.carried or a.id is not null)", name(network))
                .add("order by s.label, p.id"),
            this::found);
    long strangers = found.stream().filter(each -> each.carrier().isWrong()).count();
    return new ProofView(
        network.name(),
        network.vlan(),
        verdict(found, strangers, readings),
        readings.from(),
        readings.until(),
        readings.all(),
        readings.unread(),
        found.stream()
            .filter(each -> each.known())
            .filter(each -> each.carrier().standing() != Standing.UPLINK || access.isAdmin())
            .map(Found::carrier)
            .toList(),
        found.stream().filter(each -> !each.known() && !each.carrier().isWrong()).count()
            - hiddenUplinks(found),
        strangers,
        found.stream().filter(each -> each.carrier().standing() == Standing.UPLINK).count());
  }

  private static long hiddenUplinks(List<Found> found) {
    return found.stream()
        .filter(each -> !each.known() && each.carrier().standing() == Standing.UPLINK)
        .count();
  }

  private static Verdict verdict(List<Found> found, long strangers, Readings readings) {
    if (strangers > 0) {
      return Verdict.BROKEN;
    }
    if (found.stream().anyMatch(each -> each.carrier().standing() == Standing.CHANGING)) {
      return Verdict.CHANGING;
    }
    return readings.unread() > 0 ? Verdict.UNPROVEN : Verdict.PROVEN;
  }

  private Readings readings() {
    Duration longest = config.reconcileEvery().multipliedBy(CHECKS);
    Sql late =
        longest.isZero()
            ? new Sql("read_at is null")
            : new Sql(
                "read_at is null or read_at < clock_timestamp() - ? * interval '1 second'",
                longest.toSeconds());
    return tables
        .rows(
            new Sql("select min(read_at), max(read_at), count(*), count(*) filter (where")
                .add(late)
                .add(") from port"),
            row -> new Readings(row.moment(1), row.moment(2), row.number(3), row.number(4)))
        .get(0);
  }

  private Found found(Row row) throws SQLException {
    boolean admin = access.isAdmin();
    boolean known = admin || (row.optional(4).isPresent() && row.flag(10));
    return new Found(
        new Carrier(
            standing(row.text(1), row.flag(2), row.optional(3)),
            row.optional(4).map(Label::new),
            row.optional(5).map(Label::new),
            row.optional(6).map(Label::new),
            row.moment(7),
            row.optional(8).filter(name -> admin).map(Label::new),
            row.optional(9).filter(name -> admin)),
        known);
  }

  private static Standing standing(String role, boolean carried, Optional<String> attachment) {
    if (role.equals("PRESET")) {
      return Standing.UPLINK;
    }
    if (attachment.isEmpty()) {
      return Standing.STRANGER;
    }
    if (!attachment.get().equals(AttachmentState.ATTACHED.name())) {
      return Standing.CHANGING;
    }
    return carried ? Standing.CARRIES : Standing.MISSING;
  }

  private static String name(NetworkView network) {
    return network.name().value();
  }
}
