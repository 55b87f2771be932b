package org.haas.it.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.haas.driver.sim.SimSwitchAdmin;
import org.haas.it.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Many clients reserve, release, connect, detach, make, delete, share, revoke, plug, unplug, revert
 * and cancel at random, all with the same few things. Whatever came of it: no failure of ours while
 * it lasts, and every rule holds afterwards.
 */
class BrawlIT {
  private static final int CLIENTS = 8;
  private static final int NODES = 6;
  private static final int SPARE_PORTS = 3;
  private static final int NETWORKS = 4;
  private static final int ROUNDS = 3;
  private static final int STEPS = 50;

  private static Site site;
  private static SimSwitchAdmin admin;

  @BeforeAll
  static void makeSite() {
    site = new Site();
    admin = site.look();
  }

  @AfterAll
  static void takeAway() throws IOException {
    admin.close();
    site.close();
  }

  @Test
  void anything_byManyAtRandom_noRuleIsBroken() throws Exception {
    long seed = Long.getLong("haas.seed", System.nanoTime());
    System.out.println("BrawlIT: -Dhaas.seed=" + seed);
    Random seeds = new Random(seed);
    Brawler.Ground ground = ground();
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    try {
      for (int round = 0; round < ROUNDS; round++) {
        List<Brawler> brawlers = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
          brawlers.add(new Brawler(ground, seeds.nextLong(), STEPS));
        }
        int successes = 0;
        for (Future<Integer> each : clients.invokeAll(brawlers)) {
          successes += each.get();
        }
        System.out.printf("BrawlIT: %d of %d succeeded%n", successes, CLIENTS * STEPS);
        assertThat(successes).isGreaterThan(CLIENTS * STEPS / 10);
        Invariants.awaitQuiet(List.of(site.switchName));
        Invariants.hold(List.of(SwitchSeen.simulated(admin, site.switchName)));
      }
    } finally {
      clients.shutdownNow();
      end(ground);
    }
  }

  private static Brawler.Ground ground() {
    List<String> ports = new ArrayList<>();
    List<String> nodes = new ArrayList<>();
    for (int i = 0; i < NODES; i++) {
      nodes.add(site.cabledNode());
      ports.add("v1/switches/%s/ports/%s".formatted(site.switchName, site.lastPort()));
    }
    for (int i = 0; i < SPARE_PORTS; i++) {
      ports.add("v1/switches/%s/ports/%s".formatted(site.switchName, site.freshPort()));
    }
    return new Brawler.Ground(
        nodes,
        Stream.generate(() -> site.freshName("net")).limit(NETWORKS).toList(),
        ports,
        List.of(
            new Tenant(site.member, site.project), new Tenant(site.outsider, site.otherProject)),
        site.admin,
        new ConcurrentHashMap<>(),
        new ConcurrentLinkedQueue<>());
  }

  /** Gives back what they left, so that the site can take away the rest. */
  private static void end(Brawler.Ground ground) {
    Invariants.awaitQuiet(List.of(site.switchName));
    ground.ports().forEach(port -> site.admin.post(port + "/revert", "{}"));
    Invariants.awaitQuiet(List.of(site.switchName));
    ground.nodes().forEach(node -> site.admin.delete("v1/nodes/%s/reservation".formatted(node)));
    ground.ports().forEach(port -> site.admin.delete(port + "/nic"));
    ground.networks().forEach(network -> site.admin.delete("v1/networks/" + network));
    Invariants.awaitQuiet(List.of(site.switchName));
  }
}
