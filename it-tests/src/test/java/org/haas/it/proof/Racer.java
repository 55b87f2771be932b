package org.haas.it.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.haas.it.Answer;
import org.haas.it.Api;
import org.haas.spi.VlanId;

/** One client of a race: tries to get what everybody wants, keeps it a while, gives it back. */
final class Racer implements Callable<Void> {
  private static final Duration LONGEST = Duration.ofSeconds(10);

  /**
   * What all of them race for.
   *
   * @param keeps the most that one has at a time, about
   * @param vlanOf takes down the VLAN of each network that was made
   */
  record Prizes(
      List<String> nodes,
      List<VlanId> vlans,
      int keeps,
      Api admin,
      AtomicInteger triesLeft,
      Map<String, String> vlanOf) {}

  private record Won(Api owner, String path) {}

  private final Prizes prizes;
  private final Tenant tenant;
  private final String name;
  private final Random random;
  private final Deque<Won> kept = new ArrayDeque<>();
  private int made;
  private int lost;
  private long slowestNanos;

  Racer(Prizes prizes, Tenant tenant, String name, long seed) {
    this.prizes = prizes;
    this.tenant = tenant;
    this.name = name;
    this.random = new Random(seed);
  }

  @Override
  public Void call() {
    while (prizes.triesLeft().getAndDecrement() > 0) {
      switch (random.nextInt(4)) {
        case 0 -> network(tenant.api(), "\"owner\":\"%s\"".formatted(tenant.project()));
        case 1 -> network(prizes.admin(), "\"vlan\":" + any(prizes.vlans()));
        default -> node(any(prizes.nodes()));
      }
      while (kept.size() > random.nextInt(prizes.keeps() + 1)) {
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
      kept.add(new Won(tenant.api(), path));
    }
  }

  private void network(Api as, String given) {
    String network = "%s-%d".formatted(name, ++made);
    String body = "{\"name\":\"%s\",%s}".formatted(network, given);
    Answer answer = timed(() -> as.post("v1/networks", body));
    if (isWon(answer, 201)) {
      prizes.vlanOf().put(network, String.valueOf(answer.json().getInt("vlan")));
      kept.add(new Won(prizes.admin(), "v1/networks/" + network));
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
    timed(() -> won.owner().delete(won.path())).isDone();
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
    return all.get(random.nextInt(all.size()));
  }
}
