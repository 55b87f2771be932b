package org.haas.it.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haas.it.Site;
import org.haas.spi.VlanId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Many clients want the same few nodes and VLANs. VLANs are raced for on both ways to one: from the
 * pool, which is made as small as the race for it, and by an administrator's wish.
 */
class RaceIT {
  private static final int CLIENTS = 16;
  private static final int NODES = 20;
  private static final int VLANS = 20;
  private static final int TRIES = 5000;

  private static Site site;
  private static List<String> nodes;

  private List<VlanId> vlans;
  private String elsewhere;

  @BeforeAll
  static void makeNodes() {
    site = new Site();
    nodes = Stream.generate(site::bareNode).limit(NODES).toList();
  }

  @AfterAll
  static void takeAway() throws IOException {
    site.close();
  }

  /** Only 20 ids stay in the pool; the others come back after the test, or at the next start. */
  @BeforeEach
  void shrinkThePool() throws SQLException {
    try (Records records = Records.open()) {
      vlans =
          records
              .rows(
                  "select id from vlan v where in_pool and state = 'FREE' and not exists"
                      + " (select 1 from vlan_carrier c where c.vlan = v.id) order by id desc limit "
                      + VLANS)
              .stream()
              .map(row -> VlanId.parse(row.get(0)))
              .toList();
      String kept = vlans.stream().map(VlanId::toString).collect(Collectors.joining(","));
      elsewhere =
          records
              .rows("select id from vlan where in_pool and id not in (%s)".formatted(kept))
              .stream()
              .map(row -> row.get(0))
              .collect(Collectors.joining(","));
      records.change("update vlan set in_pool = false where id in (%s)".formatted(elsewhere));
    }
  }

  @AfterEach
  void widenThePool() throws SQLException {
    try (Records records = Records.open()) {
      records.change("update vlan set in_pool = true where id in (%s)".formatted(elsewhere));
    }
  }

  @Test
  void reserveAndCreate_manyClientsAtOnce_neverTwoOwnersAndNoLoserWaits() throws Exception {
    long seed = Long.getLong("haas.seed", System.nanoTime());
    Queue<Possession> possessions = new ConcurrentLinkedQueue<>();
    List<Racer> racers = racers(seed, possessions);
    long begin = System.nanoTime();

    run(racers);

    Duration took = Duration.ofNanos(System.nanoTime() - begin);
    int lost = racers.stream().mapToInt(Racer::lost).sum();
    System.out.printf(
        "RaceIT: -Dhaas.seed=%d, %d tries in %s, %d won, %d lost, the slowest answer after %s%n",
        seed,
        TRIES,
        took,
        possessions.size(),
        lost,
        racers.stream().map(Racer::slowest).max(Comparator.naturalOrder()).orElseThrow());
    assertThat(possessions).hasSize(TRIES - lost);
    assertNeverTwoOwners(possessions);
    assertThat(possessions.stream().map(Possession::prize).distinct())
        .as("what was won at least once")
        .hasSize(NODES + VLANS);
    assertThat(lost).as("tries that somebody else was faster at").isGreaterThan(TRIES / 20);
    Invariants.hold(List.of());
  }

  private static void assertNeverTwoOwners(Queue<Possession> possessions) {
    possessions.stream()
        .collect(Collectors.groupingBy(Possession::prize))
        .forEach(
            (prize, owned) -> {
              List<Possession> inOrder = new ArrayList<>(owned);
              inOrder.sort((a, b) -> Long.signum(a.fromNanos() - b.fromNanos()));
              for (int i = 1; i < inOrder.size(); i++) {
                assertThat(inOrder.get(i - 1).overlaps(inOrder.get(i)))
                    .as("%s of two: %s and %s", prize, inOrder.get(i - 1), inOrder.get(i))
                    .isFalse();
              }
            });
  }

  private List<Racer> racers(long seed, Queue<Possession> possessions) {
    Racer.Race race =
        new Racer.Race(nodes, vlans, site.admin, new AtomicInteger(TRIES), possessions);
    List<Tenant> tenants =
        List.of(
            new Tenant(site.member, site.project),
            new Tenant(site.manager, site.project),
            new Tenant(site.outsider, site.otherProject));
    List<Racer> racers = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      String name = site.freshName("racer");
      racers.add(new Racer(race, tenants.get(i % tenants.size()), name, seed + i));
    }
    return racers;
  }

  private static void run(List<Racer> racers) throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    try {
      for (Future<Void> client : clients.invokeAll(racers)) {
        client.get();
      }
    } finally {
      clients.shutdownNow();
    }
  }
}
