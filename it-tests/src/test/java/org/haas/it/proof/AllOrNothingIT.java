package org.haas.it.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Random change-sets on switches of four systems, which fail at random: once every switch answers
 * again, all ports are as they were, or all are as they were wanted, and the database says which.
 * Until then it says which ports nobody knows. {@code -Dhaas.rounds=200} makes so many rounds,
 * {@code -Dhaas.seed} repeats them.
 */
class AllOrNothingIT {
  private static final int LANES = 4;
  private static final int ROUNDS = Integer.getInteger("haas.rounds", 80);
  private static final int CRASHES = Integer.getInteger("haas.crashes", 2);
  private static final int LATEST_CRASH = 700;

  private static final long SEED = Long.getLong("haas.seed", System.nanoTime());

  @Test
  void rounds_withRandomFailures_endAsTheOldOrAsTheNew() throws Exception {
    System.out.println("AllOrNothingIT: -Dhaas.seed=" + SEED);
    Map<String, Integer> outcomes = new TreeMap<>();
    ExecutorService lanes = Executors.newFixedThreadPool(LANES);
    try {
      List<Future<List<String>>> all = new ArrayList<>();
      for (int lane = 0; lane < LANES; lane++) {
        Random random = new Random(SEED + lane);
        all.add(lanes.submit((Callable<List<String>>) () -> lane(random)));
      }
      for (Future<List<String>> one : all) {
        one.get().forEach(outcome -> outcomes.merge(outcome, 1, Integer::sum));
      }
    } finally {
      lanes.shutdownNow();
      lanes.awaitTermination(1, TimeUnit.MINUTES);
    }
    System.out.println("AllOrNothingIT: " + outcomes);
    assertThat(outcomes).as("seed %d", SEED).containsKeys("COMMITTED", "UNDONE");
  }

  private static List<String> lane(Random random) throws IOException {
    List<String> outcomes = new ArrayList<>();
    try (Quartet quartet = new Quartet()) {
      AllOrNothing changes = new AllOrNothing(quartet, random);
      for (int round = 0; round < ROUNDS / LANES; round++) {
        outcomes.addAll(changes.round());
      }
    }
    return outcomes;
  }

  @Test
  void kill_amidAChange_endsAsTheOldOrAsTheNew() throws IOException {
    System.out.println("AllOrNothingIT: -Dhaas.seed=" + SEED);
    Random random = new Random(SEED);
    boolean withLab = Server.hasLab();
    try (Quartet quartet = new Quartet()) {
      AllOrNothing changes = new AllOrNothing(quartet, random);
      for (int crash = 0; crash < CRASHES; crash++) {
        System.out.println(
            "AllOrNothingIT: " + changes.crash(random.nextInt(LATEST_CRASH), withLab));
      }
    } finally {
      Server.start(withLab);
    }
  }
}
