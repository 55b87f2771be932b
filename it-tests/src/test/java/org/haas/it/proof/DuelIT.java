package org.haas.it.proof;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.haas.driver.sim.SimSwitchAdmin;
import org.haas.it.Answer;
import org.haas.it.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What excludes one another, asked for at the same moment, again and again. */
class DuelIT {
  private static final int ROUNDS = 12;
  private static final Duration LONGEST_STEP = Duration.ofMillis(8);

  private static Site site;

  @BeforeAll
  static void makeSite() {
    site = new Site();
  }

  @AfterAll
  static void takeAway() throws IOException {
    site.close();
  }

  @Test
  void connect_againstWhatExcludesIt_oneWinsAndEveryRuleHolds() throws Exception {
    long seed = Long.getLong("haas.seed", System.nanoTime());
    System.out.println("DuelIT: -Dhaas.seed=" + seed);
    List<Duel> duels = List.of(release(), deleteNetwork(), revoke(), unplug(), secondNetwork());
    ExecutorService grounds = Executors.newFixedThreadPool(duels.size());
    List<Future<int[]>> fights = new ArrayList<>();
    for (int i = 0; i < duels.size(); i++) {
      Duel duel = duels.get(i);
      Random random = new Random(seed + i);
      fights.add(grounds.submit(() -> fight(duel, random)));
    }
    for (int i = 0; i < duels.size(); i++) {
      int[] wins = fights.get(i).get();
      System.out.printf("DuelIT: %s %d : %d%n", duels.get(i).name(), wins[0], wins[1]);
    }
    grounds.shutdown();
    Invariants.awaitQuiet(List.of(site.switchName));
    try (SimSwitchAdmin admin = site.look()) {
      Invariants.hold(List.of(SwitchSeen.simulated(admin, site.switchName)));
    }
  }

  /** Whoever won comes a little later the next time: soon they meet. */
  private static int[] fight(Duel duel, Random random) {
    int[] wins = new int[2];
    Duration lead = Duration.ZERO;
    for (int round = 0; round < ROUNDS; round++) {
      int winner = duel.fight(lead);
      wins[winner]++;
      Duration step = Duration.ofNanos(random.nextLong(LONGEST_STEP.toNanos()));
      lead = winner == 0 ? lead.minus(step) : lead.plus(step);
    }
    return wins;
  }

  private static Duel release() {
    String node = site.heldNode();
    String network = site.network();
    return new Duel(
        "connect : release",
        () -> connect(node, network),
        () -> site.member.delete(reservation(node)),
        (connected, released) -> {
          detach(connected, node, network);
          if (released.status() < 300) {
            reserve(node).is(200);
          }
        });
  }

  private static Duel deleteNetwork() {
    String node = site.heldNode();
    String network = site.network();
    return new Duel(
        "connect : delete of the network",
        () -> connect(node, network),
        () -> site.member.delete("v1/networks/" + network),
        (connected, deleted) -> {
          detach(connected, node, network);
          if (deleted.status() < 300) {
            String body = "{\"name\":\"%s\",\"owner\":\"%s\"}".formatted(network, site.project);
            site.member.post("v1/networks", body).is(201);
          }
        });
  }

  private static Duel revoke() {
    String node = site.heldNode(site.otherProject);
    String network = site.grantedNetwork();
    String grant = "v1/networks/%s/grants/%s".formatted(network, site.otherProject);
    return new Duel(
        "connect : revoke",
        () -> site.outsider.put(connection(node, network), "{}"),
        () -> site.member.delete(grant),
        (connected, revoked) -> {
          detach(connected, node, network);
          if (revoked.status() < 300) {
            site.member.put(grant, "{}").is(200);
          }
        });
  }

  /** A node must be free for its cable to change, and reserved to be connected. */
  private static Duel unplug() {
    String node = site.cabledNode();
    String cable = "v1/switches/%s/ports/%s/nic".formatted(site.switchName, site.lastPort());
    String network = site.network();
    return new Duel(
        "reserve and connect : unplug",
        () -> {
          Answer reserved = reserve(node);
          return reserved.status() == 200 ? connect(node, network) : reserved;
        },
        () -> site.admin.delete(cable),
        (connected, unplugged) -> {
          detach(connected, node, network);
          site.admin.delete(reservation(node));
          if (unplugged.status() < 300) {
            String body = "{\"node\":\"%s\",\"nic\":\"eth0\"}".formatted(node);
            site.admin.put(cable, body).is(200);
          }
        });
  }

  private static Duel secondNetwork() {
    String node = site.heldNode();
    List<String> networks = List.of(site.network(), site.network());
    return new Duel(
        "connect : connect",
        () -> connect(node, networks.get(0)),
        () -> connect(node, networks.get(1)),
        (first, second) -> {
          detach(first, node, networks.get(0));
          detach(second, node, networks.get(1));
        });
  }

  private static Answer connect(String node, String network) {
    return site.member.put(connection(node, network), "{}");
  }

  private static Answer reserve(String node) {
    return site.member.put(reservation(node), project(site.project));
  }

  private static void detach(Answer connected, String node, String network) {
    if (connected.status() == 202) {
      site.awaitEnd(connected.json().getString("id"));
      Answer detached = site.admin.delete(connection(node, network)).is(202);
      site.awaitEnd(detached.json().getString("id"));
    }
  }

  private static String project(String name) {
    return "{\"project\":\"%s\"}".formatted(name);
  }

  private static String reservation(String node) {
    return "v1/nodes/%s/reservation".formatted(node);
  }

  private static String connection(String node, String network) {
    return "v1/nodes/%s/nics/eth0/networks/%s".formatted(node, network);
  }
}
