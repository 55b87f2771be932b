package org.haas.it.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.haas.it.Answer;
import org.haas.it.Api;
import org.haas.spi.VlanId;

/** One client of the race: tries to get what everybody wants, keeps it a moment, gives it back. */
final class Racer implements Callable<Void> {
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final int KEEPS = 3;

  /** What all of them race for. */
  record Race(
      List<String> nodes,
      List<VlanId> vlans,
      Api admin,
      AtomicInteger triesLeft,
      Collection<Possession> possessions) {}

  private record Won(String prize, String path, long sinceNanos) {}

  private final Race race;
  private final Tenant tenant;
  private final String name;
  private final Random random;
  private final Deque<Won> kept = new ArrayDeque<>();
  private int made;
  private int lost;
  private long slowestNanos;

  Racer(Race race, Tenant tenant, String name, long seed) {
    this.race = race;
    this.tenant = tenant;
    this.name = name;
    this.random = new Random(seed);
  }

  @Override
  public Void call() {
    while (race.triesLeft().getAndDecrement() > 0) {
      switch (random.nextInt(4)) {
        case 0 -> network(tenant.api(), "\"owner\":\"%s\"".formatted(tenant.project()));
        case 1 -> network(race.admin(), "\"vlan\":" + any(race.vlans()));
        default -> node(any(race.nodes()));
      }
      while (kept.size() > random.nextInt(KEEPS + 1)) {
        giveBack(kept.remove());
      }
    }
    kept.forEach(this::giveBack);
    return null;
  }

  private void node(String node) {
    String path = "v1/nodes/%s/reservation".formatted(node);
    Answer answer =
        timed(() -> tenant.api().put(path, "{\"project\":\"%s\"}".formatted(tenant.project())));
    if (isWon(answer, 200)) {
      kept.add(new Won("node " + node, path, System.nanoTime()));
    }
  }

  private void network(Api as, String given) {
    String network = "%s-%d".formatted(name, ++made);
    String body = "{\"name\":\"%s\",%s}".formatted(network, given);
    Answer answer = timed(() -> as.post("v1/networks", body));
    if (isWon(answer, 201)) {
      String prize = "vlan " + answer.json().getInt("vlan");
      kept.add(new Won(prize, "v1/networks/" + network, System.nanoTime()));
    }
  }

  private boolean isWon(Answer answer, int status) {
    if (answer.status() != status) {
      answer.is(409);
      lost++;
    }
    return answer.status() == status;
  }

  private void giveBack(Won won) {
    race.possessions().add(new Possession(won.prize(), name, won.sinceNanos(), System.nanoTime()));
    Api owner = won.prize().startsWith("node") ? tenant.api() : race.admin();
    timed(() -> owner.delete(won.path())).isDone();
  }

  private Answer timed(Supplier<Answer> request) {
    long begin = System.nanoTime();
    Answer answer = request.get();
    long took = System.nanoTime() - begin;
    slowestNanos = Math.max(slowestNanos, took);
    assertThat(Duration.ofNanos(took)).as(answer.toString()).isLessThan(LONGEST);
    return answer;
  }

  int lost() {
    return lost;
  }

  Duration slowest() {
    return Duration.ofNanos(slowestNanos);
  }

  private <T> T any(List<T> all) {
    return new ArrayList<>(all).get(random.nextInt(all.size()));
  }
}
