package org.haas.it.proof;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.haas.driver.sim.SimSwitchAdmin;
import org.haas.it.Answer;
import org.haas.it.Running;
import org.haas.it.Site;
import org.haas.spi.Label;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The database ends without a word while requests come and a switch is worked. Payara is not
 * touched: it finds its way back by itself, and all that was accepted is done.
 */
class DatabaseCrashIT {
  private static final int NODES = 60;
  private static final int ASKERS = 24;
  private static final Duration WORKING = Duration.ofMillis(10);
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final Duration RECOVERY = Duration.ofSeconds(20);

  private static Site site;
  private static SimSwitchAdmin admin;
  private static Fleet fleet;
  private static Random random;

  @BeforeAll
  static void prepare() {
    long seed = Long.getLong("haas.seed", System.nanoTime());
    System.out.println("DatabaseCrashIT: -Dhaas.seed=" + seed);
    random = new Random(seed);
    site = new Site();
    admin = site.look();
    fleet = new Fleet(site, NODES);
  }

  @AfterAll
  static void takeAway() throws IOException {
    admin.close();
    fleet.close();
    site.close();
  }

  @Test
  void database_killedUnderLoad_isFoundAgainAndNothingIsLost() {
    long payara = Server.pid(Running.state(), "payara");
    String network = site.network();

    String signal = random.nextBoolean() ? "QUIT" : "KILL";
    survives(() -> Server.kill(Running.state(), "postgres", signal), true, network);
    survives(DatabaseCrashIT::killOneBackend, false, network);

    assertThat(Server.pid(Running.state(), "payara")).isEqualTo(payara);
    attached(network).forEach(node -> fleet.detach(node, network).is(202));
    Invariants.awaitQuiet(List.of(site.switchName));
  }

  /** PostgreSQL ends all others too when one of its processes dies like that, and starts anew. */
  private static void killOneBackend() {
    try (Records records = Records.open()) {
      List<List<String>> busy =
          records.rows("select pid from pg_stat_activity where application_name = 'haas'");
      Server.signal(Long.parseLong(busy.get(random.nextInt(busy.size())).get(0)), "KILL");
    }
  }

  /** Half of the nodes come on the network, and the other half goes off. */
  private static void survives(Runnable crash, boolean restart, String network) {
    askAtOnce();
    Set<String> attached = attached(network);
    Set<String> accepted = new ConcurrentSkipListSet<>();
    AtomicInteger refused = new AtomicInteger();
    admin.delay(new Label(site.switchName), WORKING);
    int deadly = random.nextInt(NODES);
    CompletableFuture<Void> crashed = new CompletableFuture<>();
    for (int i = 0; i < NODES; i++) {
      if (i == deadly) {
        crashed = CompletableFuture.runAsync(crash);
      }
      String node = fleet.nodes().get(i);
      count(toggle(node, network, attached), node, accepted, refused);
    }
    crashed.join();
    if (restart) {
      Server.start(false);
    }
    awaitRecovery();
    System.out.printf(
        "DatabaseCrashIT: died at request %d of %d, %d accepted, %d not%n",
        deadly, NODES, accepted.size(), refused.get());
    Invariants.awaitQuiet(List.of(site.switchName));
    Set<String> now = attached(network);
    Set<String> changed = new TreeSet<>(fleet.nodes());
    changed.removeIf(node -> now.contains(node) == attached.contains(node));
    assertThat(changed).as("nodes whose request was accepted").containsAll(accepted);
    Invariants.hold(List.of(SwitchSeen.simulated(admin, site.switchName)));
  }

  private static Answer toggle(String node, String network, Set<String> attached) {
    return attached.contains(node) ? fleet.detach(node, network) : fleet.connect(node, network);
  }

  /** While there is no database a request is told so, which is not our failure. */
  private static void count(
      Answer answer, String node, Set<String> accepted, AtomicInteger refused) {
    if (answer.status() == 202) {
      accepted.add(node);
    } else {
      answer.is(503);
      refused.incrementAndGet();
    }
  }

  /** Soon no request fails any more; from then on none does. */
  private static void awaitRecovery() {
    long from = System.nanoTime();
    while (site.member.get("v1/networks").status() != 200) {
      assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(RECOVERY);
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    System.out.printf(
        "DatabaseCrashIT: answers again after %d ms%n",
        Duration.ofNanos(System.nanoTime() - from).toMillis());
    askAtOnce();
  }

  /** So many at once that each connection of the pool is used. */
  private static void askAtOnce() {
    ExecutorService askers = Executors.newFixedThreadPool(ASKERS);
    List<CompletableFuture<Answer>> answers =
        fleet.nodes().stream()
            .map(
                node ->
                    CompletableFuture.supplyAsync(
                        () -> site.member.get("v1/nodes/" + node), askers))
            .toList();
    answers.forEach(answer -> answer.join().is(200));
    askers.shutdown();
  }

  private static Set<String> attached(String network) {
    String path = "v1/networks/%s/attachments".formatted(network);
    return site.member.get(path).is(200).json().getJsonArray("items").stream()
        .map(item -> (JsonObject) item)
        .map(item -> item.getString("node"))
        .collect(Collectors.toSet());
  }
}
