package org.haas.it.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.haas.it.lab.FloodReport;
import org.haas.it.lab.Frame;
import org.haas.it.lab.Nic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Eight clients of two tenants attach and detach at random, a switch loses its power and what it
 * had not saved, and every NIC speaks all the time, without a tag and with that of every network:
 * each frame that anybody hears came from somebody who was then on the same network. {@code
 * -Dhaas.fire.seconds=120} goes on for longer, {@code -Dhaas.seed=...} repeats the clients' dice.
 */
class IsolationUnderFireIT {
  private static final Duration LENGTH =
      Duration.ofSeconds(Integer.getInteger("haas.fire.seconds", 30));
  private static final Duration ROUND = Duration.ofSeconds(10);
  private static final Duration WITHOUT_POWER = Duration.ofSeconds(2);
  private static final Duration UNTAGGED_EVERY = Duration.ofMillis(25);
  private static final Duration TAGGED_EVERY = Duration.ofMillis(100);
  private static final int LONGEST_REST_MILLIS = 400;
  private static final int AT_LEAST_HEARD = 100;

  private static LabSite site;

  private final Stays stays = new Stays();
  private final List<LabNetwork> networks = new ArrayList<>();

  @BeforeAll
  static void up() {
    site = new LabSite();
  }

  @AfterAll
  static void down() throws IOException {
    site.close();
  }

  @Test
  void clients_attachAndDetachAtRandom_nobodyHearsAFrameOfANetworkHeIsNotOn() throws Exception {
    long seed = Long.getLong("haas.seed", System.nanoTime());
    System.out.println("IsolationUnderFireIT: -Dhaas.seed=" + seed);
    Instant end = Instant.now().plus(LENGTH);
    ExecutorService clients = Executors.newCachedThreadPool();
    try {
      List<Future<Integer>> running = new ArrayList<>();
      for (Tenant tenant : List.of(site.physics, site.biology)) {
        List<LabNetwork> own = List.of(site.network(tenant), site.network(tenant));
        networks.addAll(own);
        for (Nic nic : nicsOf(tenant)) {
          Random random = new Random(seed + running.size());
          running.add(clients.submit(() -> client(tenant, nic, own, random, end)));
        }
      }
      int heard = watch(end);
      int changes = 0;
      for (Future<Integer> client : running) {
        changes += client.get();
      }
      assertThat(heard).as("who was together heard each other").isGreaterThan(AT_LEAST_HEARD);
      System.out.printf("%d connects and detaches, %d frames heard%n", changes, heard);
    } finally {
      clients.shutdownNow();
      assertThat(clients.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    }
    site.assertInvariants();
  }

  /** Reserved; each tenant has NICs on both switches, and neighbours that are not his. */
  private static List<Nic> nicsOf(Tenant tenant) {
    List<String> nodes =
        Stream.of(tenant.equals(site.physics) ? 1 : 2, tenant.equals(site.physics) ? 4 : 5)
            .map(site::node)
            .toList();
    nodes.forEach(tenant::reserve);
    return site.lab.nics().stream().filter(nic -> nodes.contains(nic.node())).toList();
  }

  /** How often it changed something. */
  private int client(Tenant tenant, Nic nic, List<LabNetwork> own, Random random, Instant end) {
    int changes = 0;
    while (Instant.now().isBefore(end)) {
      LabNetwork network = own.get(random.nextInt(own.size()));
      stays.begins(nic, network);
      tenant.connect(nic, network, random.nextInt(3) == 0 ? network.tagged() : "vlan/native");
      rest(random);
      tenant.detach(nic, network);
      stays.ended(nic);
      rest(random);
      changes += 2;
    }
    return changes;
  }

  private static void rest(Random random) {
    LockSupport.parkNanos(Duration.ofMillis(random.nextInt(LONGEST_REST_MILLIS)).toNanos());
  }

  /** How many frames were heard by whom they were meant for. */
  private int watch(Instant end) {
    int heard = 0;
    for (int round = 0; Instant.now().isBefore(end); round++) {
      speak();
      LockSupport.parkNanos(ROUND.dividedBy(2).toNanos());
      if (round % 3 == 1) {
        losePower(round % 2 == 0 ? "sw1" : "sw2");
      }
      LockSupport.parkNanos(ROUND.dividedBy(2).toNanos());
      FloodReport report = site.lab.calm();
      assertThat(stays.leaked(report, site.lab.nics())).as("round %d", round).isEmpty();
      heard += report.heard().values().stream().mapToInt(List::size).sum();
    }
    return heard;
  }

  private void speak() {
    for (Nic nic : site.lab.nics()) {
      site.lab.flood(nic, Frame.untagged(), UNTAGGED_EVERY);
      networks.forEach(
          network -> site.lab.flood(nic, Frame.tagged(network.vlan().value()), TAGGED_EVERY));
    }
  }

  /** What it had not saved is gone when it comes back. */
  private static void losePower(String which) {
    String name = site.node(1).replaceFirst("-01$", "-" + which);
    site.lab.powerOff(name);
    LockSupport.parkNanos(WITHOUT_POWER.toNanos());
    site.lab.powerOn(name);
  }
}
