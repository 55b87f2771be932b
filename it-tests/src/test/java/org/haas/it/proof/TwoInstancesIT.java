package org.haas.it.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.haas.driver.sim.SimSwitchAdmin;
import org.haas.it.Api;
import org.haas.it.Running;
import org.haas.it.Site;
import org.haas.it.web.Browser;
import org.haas.it.web.Visitor;
import org.haas.spi.Label;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Two instances of HaaS on one database: they share the work, and one is enough. */
class TwoInstancesIT {
  private static final int NODES = 40;
  private static final int SWITCHES = 6;
  private static final int MOST_ROUNDS = 10;
  private static final Duration WORKING = Duration.ofMillis(20);
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration PAUSE = Duration.ofMillis(5);

  /** The pool looks at a connection again when it has not been used for a second. */
  private static final Duration AFTERMATH = Duration.ofSeconds(2);

  private static final String SETTLING =
      "select 1 from pg_stat_activity where wait_event_type = 'Lock' and query ilike 'update port %'";

  private static SecondInstance second;
  private static Random random;
  private static Site site;
  private static SimSwitchAdmin admin;
  private static Fleet fleet;

  @BeforeAll
  static void prepare() {
    long seed = Long.getLong("haas.seed", System.nanoTime());
    System.out.println("TwoInstancesIT: -Dhaas.seed=" + seed);
    random = new Random(seed);
    second = new SecondInstance();
    site = new Site();
    admin = site.look();
    fleet = new Fleet(site, NODES);
  }

  @AfterAll
  static void takeAway() throws IOException {
    second.close();
    admin.close();
    fleet.close();
    site.close();
  }

  @BeforeEach
  void startBoth() {
    second.start();
  }

  @AfterEach
  void everyRuleHolds() {
    Invariants.awaitQuiet(List.of(site.switchName));
    admin.reset(new Label(site.switchName));
    Invariants.hold(List.of(SwitchSeen.simulated(admin, site.switchName)));
  }

  @Test
  void work_ofManySwitches_isDoneByBoth() throws IOException {
    String network = site.network();
    Set<Long> workers = new HashSet<>();
    try (Farm farm = new Farm(site, SWITCHES, 4)) {
      for (int round = 0; workers.size() < 2 && round < MOST_ROUNDS; round++) {
        URI asked = round % 2 == 0 ? Running.url() : second.url();
        farm.fleets().forEach(each -> toggle(each, asked, network));
        Invariants.awaitQuiet(farm.switches());
        workers.addAll(second.holders(farm.port()));
        forgetTheWorkers(farm.switches());
      }
      farm.fleets().forEach(each -> leave(each, network));
      farm.assertInvariants();
    }
    assertThat(workers).containsExactlyInAnyOrder(SecondInstance.firstPid(), second.pid());
  }

  private static void toggle(Fleet fleet, URI asked, String network) {
    Api member = site.member.at(asked);
    for (String node : fleet.nodes()) {
      if (fleet.connect(member, node, network).status() != 202) {
        fleet.detach(node, network).is(202);
      }
    }
  }

  private static void leave(Fleet fleet, String network) {
    fleet.nodes().forEach(node -> fleet.detach(node, network));
  }

  /** A worker stays some seconds with his switch; without, both race for it again. */
  private static void forgetTheWorkers(List<String> switches) {
    String names = String.join("','", switches);
    String sql =
        "update work_queue set holder = null, claim_until = null where name in"
            + " (select 'switch:' || id from switch where label in ('%s'))";
    try (Records records = Records.open()) {
      records.change(sql.formatted(names));
    } catch (SQLException refused) {
      throw new IllegalStateException(refused);
    }
  }

  @Test
  void page_onOneInstance_seesWhatTheOtherDid() throws IOException {
    try (Site own = new Site()) {
      assertSeen(own.cabledNode(), own.freshName("seen"));
    }
  }

  private static void assertSeen(String node, String network) {
    String nic = "v1/nodes/%s/nics/eth0/networks/%s".formatted(node, network);
    String reservation = "v1/nodes/%s/reservation".formatted(node);
    Api physics = Api.of("physics").at(second.url());
    try (Browser browser = new Browser();
        Visitor visitor = browser.visitor()) {
      visitor.login("/nodes/" + node, "physics");
      visitor.sees(visitor.button("Reserve for physics"));

      physics.put(reservation, "{\"project\":\"physics\"}").is(200);
      visitor.sees(visitor.button("Release…"));
      String named = "{\"name\":\"%s\",\"owner\":\"physics\"}".formatted(network);
      physics.post("v1/networks", named).is(201);
      site.awaitEnd(physics.put(nic, "{}").is(202).json().getString("id"));
      visitor.sees(visitor.newestOperation().getByText("done"));
      visitor.sees(visitor.button("Detach " + network + " eth0"));
      site.awaitEnd(physics.delete(nic).is(202).json().getString("id"));
      visitor.sees(visitor.page().getByText("parked"));
      physics.delete(reservation).is(200);
      visitor.sees(visitor.button("Reserve for physics"));
      physics.delete("v1/networks/" + network).isDone();
    }
  }

  @Test
  void holder_pausedPastItsClaim_isReplacedAndWritesNothingWhenItGoesOn() {
    String network = site.network();
    Map<String, String> asked = askThenWork(site.member, network);
    long paused = holder();
    Server.signal(paused, "STOP");
    try {
      assertDoneBy(other(paused), asked.values());
    } finally {
      Server.signal(paused, "CONT");
    }
    LockSupport.parkNanos(AFTERMATH.toNanos());
    assertDoneBy(Running.url(), fleet.detachAll(network).values());
  }

  /** It has the queue's row locked, and cannot let it go. */
  @Test
  void holder_pausedAmidATransaction_isReplaced() throws SQLException {
    String network = site.network();
    try (Records brake = Records.open()) {
      brake.begin();
      brake.rows(
          "select p.id from port p join switch s on s.id = p.switch_id where s.label = '%s' for no key update of p"
              .formatted(site.switchName));
      Map<String, String> asked = fleet.connectAll(network);
      try (Records records = Records.open()) {
        await(() -> !records.rows(SETTLING).isEmpty());
      }
      long paused = holder();
      Server.signal(paused, "STOP");
      try {
        brake.commit();
        assertDoneBy(other(paused), asked.values());
      } finally {
        Server.signal(paused, "CONT");
      }
    }
    LockSupport.parkNanos(AFTERMATH.toNanos());
    assertDoneBy(Running.url(), fleet.detachAll(network).values());
  }

  @Test
  void death_ofTheHolder_losesNothing() {
    String network = site.network();
    Map<String, String> asked = askWhileTheFirstSleeps(network);
    assertThat(holder()).isEqualTo(second.pid());
    try (OrphanedConsole console = new OrphanedConsole(site, second.url())) {
      second.kill();
      console.says("meanwhile\r\n");
      assertDoneBy(Running.url(), asked.values());
      console.goesOnWith("meanwhile");
    }
    assertDoneBy(Running.url(), fleet.detachAll(network).values());
  }

  /** A second server is started for all of them together. */
  @Nested
  class Consoles extends RelayedConsoles {
    @Override
    Site site() {
      return site;
    }

    @Override
    URI other() {
      return second.url();
    }
  }

  /** Asks for all nodes, and returns some lines after the switch began. */
  private static Map<String, String> askThenWork(Api as, String network) {
    Label label = new Label(site.switchName);
    admin.delay(label, WORKING);
    long enough = admin.lines(label) + 1 + random.nextInt(2 * NODES);
    Map<String, String> asked = fleet.connectAll(as, network);
    await(() -> admin.lines(label) >= enough);
    return asked;
  }

  /** Which of the two works the site's switch. */
  private static long holder() {
    await(() -> second.holders(site.switchPort()).size() == 1);
    return second.holders(site.switchPort()).iterator().next();
  }

  private static Map<String, String> askWhileTheFirstSleeps(String network) {
    forgetTheWorkers(List.of(site.switchName));
    Server.signal(SecondInstance.firstPid(), "STOP");
    try {
      return askThenWork(site.member.at(second.url()), network);
    } finally {
      Server.signal(SecondInstance.firstPid(), "CONT");
    }
  }

  private static URI other(long pid) {
    return pid == second.pid() ? Running.url() : second.url();
  }

  private static void assertDoneBy(URI instance, Collection<String> operations) {
    Api asked = site.admin.at(instance);
    for (String id : operations) {
      await(
          () -> {
            String state = asked.get("v1/operations/" + id).is(200).json().getString("state");
            assertThat(state).isNotIn("ERROR", "CANCELLED");
            return state.equals("DONE");
          });
    }
  }

  private static void await(BooleanSupplier arrived) {
    long from = System.nanoTime();
    while (!arrived.getAsBoolean()) {
      assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(PATIENCE);
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }
}
