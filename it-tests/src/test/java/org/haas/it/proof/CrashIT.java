package org.haas.it.proof;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.haas.driver.sim.SimSwitchAdmin;
import org.haas.it.Answer;
import org.haas.it.Site;
import org.haas.spi.Label;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Payara is killed without a word while it configures a slow switch, makes headnodes and releases a
 * machine, at several moments. After the next start all that was accepted is done, the switch does
 * what the database says, each headnode is there once, and the machine is free, off and bare.
 */
class CrashIT {
  private static final int NODES = 200;
  private static final Duration WAITING = Duration.ofSeconds(2);
  private static final Duration WORKING = Duration.ofMillis(10);
  private static final Duration LONGEST_VISIT = Duration.ofMinutes(1);
  private static final Duration PAUSE = Duration.ofMillis(5);

  private static Site site;
  private static SimSwitchAdmin admin;
  private static Fleet fleet;
  private static Random random;
  private static boolean withLab;
  private static UsedMachine machine;
  private static BusyHeadnodes headnodes;
  private static ReturnedMachine returned;

  @BeforeAll
  static void prepare() {
    long seed = Long.getLong("haas.seed", System.nanoTime());
    System.out.println("CrashIT: -Dhaas.seed=" + seed);
    random = new Random(seed);
    withLab = Server.hasLab();
    site = new Site();
    admin = site.look();
    fleet = new Fleet(site, NODES);
    machine = new UsedMachine(site);
    headnodes = new BusyHeadnodes(site, random);
    returned = new ReturnedMachine(site, random);
  }

  @AfterAll
  static void takeAway() throws IOException {
    Server.start(withLab);
    admin.close();
    machine.close();
    headnodes.close();
    returned.close();
    fleet.close();
    site.close();
  }

  @Test
  void kill_amid200Operations_allEndAndTheSwitchDoesWhatIsWanted() {
    try {
      String first = site.network();
      crashWhileRequestsCome(node -> fleet.connect(node, first), first);
      fleet.nodes().stream()
          .filter(node -> !attached(first).contains(node))
          .forEach(node -> fleet.connect(node, first).is(202));
      assertEnded(Map.of(), first, NODES);

      crashAfterLines(between(1, NODES), node -> fleet.detach(node, first), first, 0);

      String second = site.network();
      crashAfterLines(between(1, 2 * NODES), node -> fleet.connect(node, second), second, NODES);
      fleet.detachAll(second);
      assertEnded(Map.of(), second, 0);
    } finally {
      Server.start(withLab);
    }
  }

  private void crashWhileRequestsCome(Function<String, Answer> ask, String network) {
    machine.isInUse();
    returned.isInUse(network);
    returned.isGivenBack(List.of("power", "boot"));
    headnodes.areBusy();
    admin.delay(label(), WORKING);
    int deadly = between(20, NODES - 20);
    Map<String, String> accepted = new TreeMap<>();
    CompletableFuture<Void> kill = new CompletableFuture<>();
    for (int i = 0; i < NODES; i++) {
      if (i == deadly) {
        kill = CompletableFuture.runAsync(Server::kill);
      }
      try {
        String node = fleet.nodes().get(i);
        accepted.put(node, ask.apply(node).is(202).json().getString("id"));
      } catch (UncheckedIOException unanswered) {
        assertThat(i).isGreaterThanOrEqualTo(deadly);
      }
    }
    kill.join();
    machine.isLetGo();
    returned.isLetGo();
    restart("after %d of %d requests".formatted(accepted.size(), NODES));
    machine.isUsableAgain();
    headnodes.haveAllCome();
    returned.isFree();
    Invariants.awaitQuiet(List.of(site.switchName));
    assertThat(attached(network)).containsAll(accepted.keySet());
    assertEnded(accepted, network, attached(network).size());
  }

  /** All requests are accepted while the switch does its first lines; then it works on. */
  private void crashAfterLines(
      int lines, Function<String, Answer> ask, String network, int attached) {
    returned.isInUse(network);
    admin.delay(label(), WAITING);
    Map<String, String> accepted = new TreeMap<>();
    fleet
        .nodes()
        .forEach(node -> accepted.put(node, ask.apply(node).is(202).json().getString("id")));
    returned.isGivenBack(List.of("power", "boot", "ports"));
    headnodes.areBusy();
    long deadly = admin.lines(label()) + lines;
    admin.delay(label(), WORKING);
    long deadline = System.nanoTime() + LONGEST_VISIT.toNanos();
    while (admin.lines(label()) < deadly && System.nanoTime() - deadline < 0) {
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    Server.kill();
    returned.isLetGo();
    restart("after %d lines more".formatted(lines));
    headnodes.haveAllCome();
    returned.isFree();
    assertEnded(accepted, network, attached);
  }

  private static void restart(String when) {
    String open = "select count(*) from operation where state in ('PENDING', 'RUNNING')";
    try (Records records = Records.open()) {
      int left = Integer.parseInt(records.rows(open).get(0).get(0));
      assertThat(left).as("operations that were open when the server died").isPositive();
      String steps =
          "select o.action, s.name, s.state from operation_step s join operation o on o.id = s.operation_id"
              + " where s.state in ('RUNNING', 'ERROR') and o.state in ('PENDING', 'RUNNING')"
              + " order by o.id";
      System.out.println("CrashIT: was at " + records.rows(steps));
      Duration ready = Server.start(withLab);
      System.out.printf("CrashIT: killed %s, %d open; ready after %s%n", when, left, ready);
    }
  }

  private static void assertEnded(Map<String, String> accepted, String network, int attached) {
    Invariants.awaitQuiet(List.of(site.switchName));
    admin.reset(label());
    accepted.forEach(
        (node, id) ->
            assertThat(site.admin.get("v1/operations/" + id).is(200).json().getString("state"))
                .as("the operation of %s, on a switch that is well", node)
                .isEqualTo("DONE"));
    assertThat(attached(network)).as("nodes on network %s", network).hasSize(attached);
    SwitchSeen seen = SwitchSeen.simulated(admin, site.switchName);
    assertThat(SwitchSeen.startup(admin, site.switchName))
        .as("what would come back after a power cut")
        .isEqualTo(seen.ports());
    Invariants.hold(List.of(seen));
  }

  private static List<String> attached(String network) {
    String path = "v1/networks/%s/attachments".formatted(network);
    return site.member.get(path).is(200).json().getJsonArray("items").stream()
        .map(item -> (JsonObject) item)
        .filter(item -> item.getString("state").equals("ATTACHED"))
        .map(item -> item.getString("node"))
        .toList();
  }

  private static int between(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  private static Label label() {
    return new Label(site.switchName);
  }
}
