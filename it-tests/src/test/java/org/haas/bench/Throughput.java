package org.haas.bench;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.haas.it.Running;

/** How much is done in a second, by 16 clients that ask as fast as they are answered. */
final class Throughput {
  private static final int CLIENTS = 16;
  private static final int TURNS = 3;
  private static final double HALF = 0.5;
  private static final double SHARE_OF_DATABASE = 0.15;
  private static final int OK = 200;
  private static final int CREATED = 201;
  private static final int GONE = 204;

  private final Door member = Door.of(Seed.PROJECT);
  private final AtomicInteger names = new AtomicInteger();
  private final double seconds;

  Throughput(double seconds) {
    this.seconds = seconds;
  }

  /** Every kind of work in turns, so that the compiler of the server has seen all of it. */
  void warmUp(double each, int turns) {
    List<Load.Work> all =
        List.of(empty(), showNode(), listNames(), listNetworks(), reservations(), networks());
    Load.alternately(all, each, turns);
  }

  void measure(Report report) {
    List<Figure> show = Load.alternately(List.of(showNode(), empty()), seconds, TURNS);
    report.add(
        judged(
            "show node, of 10,000",
            show,
            "empty JAX-RS",
            95,
            "half of the empty resource",
            0,
            HALF));
    List<Figure> names = Load.alternately(List.of(listNames(), sortedNames()), seconds, TURNS);
    report.add(judged("list 10,000 node names", names, "database", 6.6, "200/s", 200, 0));
    List<Figure> lists = Load.alternately(List.of(listNetworks(), empty()), seconds, TURNS);
    report.add(judged("list networks, 200", lists, "empty JAX-RS", 8.7, "900/s", 900, 0));
    List<Figure> pairs = Load.alternately(List.of(reservations(), databasePairs()), seconds, TURNS);
    report.add(
        judged(
            "reserve + release",
            pairs,
            "database",
            59,
            "500/s and 15 % of the database",
            500,
            SHARE_OF_DATABASE));
    List<Figure> made = Load.alternately(List.of(networks(), databaseNetworks()), seconds, TURNS);
    report.add(judged("create + delete network", made, "database", 65, "400/s", 400, 0));
  }

  private static Result judged(
      String work,
      List<Figure> measured,
      String limitOf,
      double original,
      String wanted,
      double least,
      double share) {
    double value = measured.get(0).perSecond();
    double limit = measured.get(1).perSecond();
    return new Result(
        work,
        value,
        "/s",
        Optional.of(measured.get(0)),
        Optional.of(limit),
        limitOf,
        Optional.of(original),
        wanted,
        value >= least && value >= share * limit);
  }

  Load.Work showNode() {
    return new Load.Work(CLIENTS, i -> showing(new Wire(Running.url())));
  }

  private Load.Client showing(Wire wire) {
    byte[][] requests = new byte[512][];
    for (int i = 0; i < requests.length; i++) {
      int number = 1 + ThreadLocalRandom.current().nextInt(Seed.NODES);
      requests[i] = member.get("v1/nodes/" + Seed.node(number));
    }
    AtomicInteger next = new AtomicInteger();
    return Door.client(
        wire,
        () -> Door.require(wire.send(requests[next.getAndIncrement() % requests.length]), OK));
  }

  private static Load.Work empty() {
    return new Load.Work(CLIENTS, i -> Door.repeatingOpenly("/haas-empty/empty"));
  }

  private Load.Work listNames() {
    return new Load.Work(CLIENTS, i -> member.repeating("v0/nodes/all"));
  }

  private static Load.Work sortedNames() {
    return new Load.Work(
        CLIENTS, i -> DatabaseLimit.query("select label from node order by label"));
  }

  private Load.Work listNetworks() {
    return new Load.Work(CLIENTS, i -> member.repeating("v1/networks?limit=" + Seed.NETWORKS));
  }

  private Load.Work reservations() {
    return new Load.Work(CLIENTS, i -> reserving(new Wire(Running.url()), Seed.node(i + 1)));
  }

  private Load.Client reserving(Wire wire, String node) {
    String path = "v1/nodes/%s/reservation".formatted(node);
    byte[] reserve = member.request("PUT", path, "{\"project\":\"%s\"}".formatted(Seed.PROJECT));
    byte[] release = member.delete(path);
    return Door.client(
        wire,
        () -> {
          Door.require(wire.send(reserve), OK);
          Door.require(wire.send(release), OK);
        });
  }

  private static Load.Work databasePairs() {
    return new Load.Work(CLIENTS, i -> DatabaseLimit.reserveAndRelease(Seed.node(i + 1)));
  }

  private Load.Work networks() {
    return new Load.Work(CLIENTS, i -> creating(new Wire(Running.url())));
  }

  private Load.Client creating(Wire wire) {
    String name = "made-" + names.incrementAndGet();
    String body = "{\"name\":\"%s\",\"owner\":\"%s\"}".formatted(name, Seed.PROJECT);
    byte[] create = member.request("POST", "v1/networks", body);
    byte[] delete = member.delete("v1/networks/" + name);
    return Door.client(
        wire,
        () -> {
          Door.require(wire.send(create), CREATED);
          Door.require(wire.send(delete), GONE);
        });
  }

  private Load.Work databaseNetworks() {
    return new Load.Work(
        CLIENTS, i -> DatabaseLimit.createAndDelete("made-" + names.incrementAndGet()));
  }
}
