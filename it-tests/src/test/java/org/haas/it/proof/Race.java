package org.haas.it.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haas.it.Site;
import org.haas.spi.VlanId;

/**
 * Many clients want the same nodes and VLANs. VLANs are raced for on both ways to one: from the
 * pool, which is made as small as the race for it, and by an administrator's wish. The audit trail
 * tells afterwards, by the database's clock, who had what and when.
 */
public final class Race {
  private final Site site;
  private final Size size;
  private final List<String> nodes;
  private final Map<String, String> vlanOf = new ConcurrentHashMap<>();

  /** How many clients race for how many prizes, and how often all of them together try. */
  public record Size(int clients, int nodes, int vlans, int tries) {}

  /**
   * How it went; nobody ever had what somebody else had.
   *
   * @param won tries that were told yes
   * @param lost tries that were told 409
   * @param prizes how many nodes and VLANs were won at least once
   * @param slowest the longest that any request took
   */
  public record Outcome(int won, int lost, int prizes, Duration took, Duration slowest) {}

  private Race(Site site, Size size) {
    this.site = site;
    this.size = size;
    this.nodes = Stream.generate(site::bareNode).limit(size.nodes()).toList();
  }

  /**
   * Runs one race and judges it. Nobody else may make or delete networks meanwhile: the pool is
   * small until it has ended, or until the next start of HaaS.
   *
   * @throws AssertionError something had two owners, a loser got no 409 or waited, or a rule of
   *     {@link Invariants} is broken
   */
  public static Outcome run(Site site, Size size, long seed) throws Exception {
    return new Race(site, size).run(seed);
  }

  private Outcome run(long seed) throws Exception {
    long before = lastEvent();
    List<VlanId> vlans = freeVlans();
    String elsewhere = shrinkThePool(vlans);
    try {
      List<Racer> racers = racers(vlans, seed);
      long begin = System.nanoTime();
      start(racers);
      Duration took = Duration.ofNanos(System.nanoTime() - begin);
      return judged(racers, Possession.audited(before, nodes, vlanOf), took);
    } finally {
      widenThePool(elsewhere);
    }
  }

  private Outcome judged(List<Racer> racers, List<Possession> possessions, Duration took) {
    int lost = racers.stream().mapToInt(Racer::lost).sum();
    assertThat(possessions).as("what was won, as audited").hasSize(size.tries() - lost);
    Map<String, List<Possession>> byPrize =
        possessions.stream().collect(Collectors.groupingBy(Possession::prize));
    byPrize.values().forEach(Possession::assertNeverTwoOwners);
    Invariants.hold(List.of());
    return new Outcome(
        possessions.size(),
        lost,
        byPrize.size(),
        took,
        racers.stream().map(Racer::slowest).max(Comparator.naturalOrder()).orElseThrow());
  }

  private List<Racer> racers(List<VlanId> vlans, long seed) {
    int keeps = Math.max(3, (nodes.size() + vlans.size()) / size.clients());
    Racer.Prizes prizes =
        new Racer.Prizes(nodes, vlans, keeps, site.admin, new AtomicInteger(size.tries()), vlanOf);
    List<Tenant> tenants =
        List.of(
            new Tenant(site.member, site.project),
            new Tenant(site.manager, site.project),
            new Tenant(site.outsider, site.otherProject));
    List<Racer> racers = new ArrayList<>();
    for (int i = 0; i < size.clients(); i++) {
      Tenant tenant = tenants.get(i % tenants.size());
      racers.add(new Racer(prizes, tenant, site.freshName("racer"), seed + i));
    }
    return racers;
  }

  private void start(List<Racer> racers) throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(size.clients());
    try {
      for (Future<Void> client : clients.invokeAll(racers)) {
        client.get();
      }
    } finally {
      clients.shutdownNow();
    }
  }

  private static long lastEvent() {
    try (Records records = Records.open()) {
      return Long.parseLong(
          records.rows("select coalesce(max(id), 0) from audit_event").get(0).get(0));
    }
  }

  private List<VlanId> freeVlans() {
    String sql =
        "select id from vlan v where in_pool and state = 'FREE' and not exists"
            + " (select 1 from vlan_carrier c where c.vlan = v.id) order by id desc limit "
            + size.vlans();
    try (Records records = Records.open()) {
      return records.rows(sql).stream().map(row -> VlanId.parse(row.get(0))).toList();
    }
  }

  private static String shrinkThePool(List<VlanId> vlans) throws SQLException {
    String kept = vlans.stream().map(VlanId::toString).collect(Collectors.joining(","));
    try (Records records = Records.open()) {
      String elsewhere =
          records
              .rows("select id from vlan where in_pool and id not in (%s)".formatted(kept))
              .stream()
              .map(row -> row.get(0))
              .collect(Collectors.joining(","));
      records.change("update vlan set in_pool = false where id in (%s)".formatted(elsewhere));
      return elsewhere;
    }
  }

  private static void widenThePool(String elsewhere) throws SQLException {
    try (Records records = Records.open()) {
      records.change("update vlan set in_pool = true where id in (%s)".formatted(elsewhere));
    }
  }
}
