package org.haas.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.haas.it.Api;
import org.haas.it.Login;
import org.haas.it.Running;

/**
 * What 1,000 idle event streams and 50 busy ones cost the other requests. All the while somebody
 * reserves and releases, which the busy ones hear. The requests come with pauses: a saturated
 * machine would show its queue, not the streams.
 */
final class Streams {
  private static final int IDLE = 1000;
  private static final int BUSY = 50;
  private static final int OF_ONE_PERSON = 90;
  private static final int CLIENTS = 8;
  private static final long BETWEEN_NANOS = 40_000_000;
  private static final long CHANGE_NANOS = 25_000_000;
  private static final double MOST_MORE = 1.25;
  private static final double LEAST_STEP_MILLIS = 5;
  private static final int OK = 200;
  private static final String PASSWORD = "correct horse battery staple";

  private final Door member = Door.of(Seed.PROJECT);
  private final double seconds;

  Streams(double seconds) {
    this.seconds = seconds;
  }

  void measure(Report report) throws InterruptedException {
    List<Door> people = people();
    AtomicBoolean over = new AtomicBoolean();
    Thread changes = new Thread(() -> change(over), "changes");
    changes.start();
    Figure before = paced();
    List<Wire> open = open(people);
    Figure with;
    try {
      with = paced();
    } finally {
      open.forEach(Wire::close);
    }
    LockSupport.parkNanos(2_000_000_000L);
    Figure after = paced();
    over.set(true);
    changes.join();
    double without = Math.max(before.p99Millis(), after.p99Millis());
    report.add(
        new Result(
            "show node beside 1,050 streams",
            with.p99Millis(),
            "ms p99",
            Optional.of(with),
            Optional.of(without),
            "ms without",
            Optional.empty(),
            "p99 as without (25 %, 5 ms)",
            with.p99Millis() <= Math.max(without * MOST_MORE, without + LEAST_STEP_MILLIS)));
  }

  /** Users in no project, each with his share of the idle streams. */
  private static List<Door> people() {
    Api admin = Api.of("admin");
    List<Door> people = new ArrayList<>();
    for (int i = 0; i * OF_ONE_PERSON < IDLE; i++) {
      String name = "bench-listener-" + i;
      admin.post("v1/users", "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(name, PASSWORD));
      people.add(new Door(new Login(name, PASSWORD)));
    }
    return people;
  }

  private List<Wire> open(List<Door> people) {
    List<Wire> open = new ArrayList<>();
    for (int i = 0; i < IDLE; i++) {
      open.add(stream(people.get(i / OF_ONE_PERSON).get("v1/events?kind=OPERATION")));
    }
    byte[] busy = member.get("v1/events");
    for (int i = 0; i < BUSY; i++) {
      open.add(stream(busy));
    }
    return open;
  }

  private static Wire stream(byte[] request) {
    Wire wire = new Wire(Running.url());
    Door.require(wire.open(request), OK);
    return wire;
  }

  /** Forty changes a second. */
  private void change(AtomicBoolean over) {
    String path = "v1/nodes/%s/reservation".formatted(Seed.node(7));
    byte[] reserve = member.request("PUT", path, "{\"project\":\"%s\"}".formatted(Seed.PROJECT));
    byte[] release = member.delete(path);
    try (Wire wire = new Wire(Running.url())) {
      for (boolean held = false; !over.get() || held; held = !held) {
        Door.require(wire.send(held ? release : reserve), OK);
        LockSupport.parkNanos(CHANGE_NANOS);
      }
    }
  }

  private Figure paced() {
    return Load.of(new Load.Work(CLIENTS, i -> pacing()), seconds);
  }

  /** Asks once and waits for its next turn; the wait does not count. */
  private Load.Client pacing() {
    Wire wire = new Wire(Running.url());
    byte[] request =
        member.get("v1/nodes/" + Seed.node(1 + ThreadLocalRandom.current().nextInt(99)));
    return new Load.Client() {
      @Override
      public void once() {
        Door.require(wire.send(request), OK);
      }

      @Override
      public void rest() {
        LockSupport.parkNanos(BETWEEN_NANOS);
      }

      @Override
      public void close() {
        wire.close();
      }
    };
  }
}
