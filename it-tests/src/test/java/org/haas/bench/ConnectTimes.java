package org.haas.bench;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.locks.LockSupport;
import org.haas.it.Running;
import org.haas.spi.Channel;
import org.haas.spi.Label;
import org.haas.spi.PortChange;
import org.haas.spi.PortConfig;
import org.haas.spi.PortName;
import org.haas.spi.Secret;
import org.haas.spi.SwitchDriver;
import org.haas.spi.SwitchEndpoint;
import org.haas.spi.VlanId;

/** How long a connect takes until it is DONE, on a simulated switch without delays. */
final class ConnectTimes {
  private static final double LONGEST_LINGERING = 50;
  private static final double LONGEST_FIRST = 150;
  private static final Duration POLL = Duration.ofMillis(2);
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int ACCEPTED = 202;
  private static final int AT_ONCE = 200;

  private final Seed seed;
  private final Door member = Door.of(Seed.PROJECT);
  private final Wire wire = new Wire(Running.url());
  private final double part;

  ConnectTimes(Seed seed, double part) {
    this.seed = seed;
    this.part = part;
  }

  void measure(Report report) {
    for (int i = 1; i <= Seed.CABLED; i++) {
      String body = "{\"project\":\"%s\"}".formatted(Seed.PROJECT);
      wire.send(member.request("PUT", "v1/nodes/%s/reservation".formatted(Seed.cabled(i)), body));
    }
    Optional<Double> visit = Optional.of(bareVisit().p50Millis());
    report.add(
        result(
            "connect until DONE, lingering",
            lingering(),
            visit,
            2014,
            "p50 under 50 ms",
            LONGEST_LINGERING));
    report.add(
        result(
            "connect until DONE, the first",
            first(),
            visit,
            2014,
            "p50 under 150 ms",
            LONGEST_FIRST));
    report.add(together());
  }

  private static Result result(
      String work,
      Figure figure,
      Optional<Double> limit,
      double original,
      String wanted,
      double most) {
    return new Result(
        work,
        figure.p50Millis(),
        "ms p50",
        Optional.of(figure),
        limit,
        "ms a bare visit",
        Optional.of(original),
        wanted,
        figure.p50Millis() < most);
  }

  private Figure lingering() {
    int tries = (int) Math.max(20, 100 * part);
    connectAndDetach(1);
    long[] nanos = new long[tries];
    long begin = System.nanoTime();
    Cpu.Used before = Cpu.now();
    for (int i = 0; i < tries; i++) {
      nanos[i] = connectAndDetach(1 + i % 50);
    }
    return Figure.of(nanos, (System.nanoTime() - begin) / 1e9, Cpu.now().since(before));
  }

  /** The queue's job has ended, 2 s after the last operation as {@code ./bench} sets it. */
  private Figure first() {
    int tries = (int) Math.max(3, 8 * part);
    long[] nanos = new long[tries];
    long begin = System.nanoTime();
    Cpu.Used before = Cpu.now();
    for (int i = 0; i < tries; i++) {
      LockSupport.parkNanos(Duration.ofSeconds(4).toNanos());
      nanos[i] = connectAndDetach(1 + i);
    }
    return Figure.of(nanos, (System.nanoTime() - begin) / 1e9, Cpu.now().since(before));
  }

  /** How long the connect takes, in nanoseconds. */
  private long connectAndDetach(int node) {
    long begin = System.nanoTime();
    end(ask("PUT", node));
    long took = System.nanoTime() - begin;
    end(ask("DELETE", node));
    return took;
  }

  private Result together() {
    long begin = System.nanoTime();
    List<String> operations = new ArrayList<>();
    for (int i = 1; i <= AT_ONCE; i++) {
      operations.add(ask("PUT", i));
    }
    operations.forEach(this::end);
    double seconds = (System.nanoTime() - begin) / 1e9;
    List<String> detached = new ArrayList<>();
    for (int i = 1; i <= AT_ONCE; i++) {
      detached.add(ask("DELETE", i));
    }
    detached.forEach(this::end);
    return new Result(
        "200 connects until all are DONE",
        AT_ONCE / seconds,
        "/s",
        Optional.empty(),
        Optional.empty(),
        "",
        Optional.of(46.0),
        "",
        true);
  }

  private String ask(String method, int node) {
    String path =
        "v1/nodes/%s/nics/eth0/networks/%s".formatted(Seed.cabled(node), Seed.network(node));
    Wire.Reply reply = wire.ask(member.request(method, path, method.equals("PUT") ? "{}" : ""));
    Door.require(reply.status(), ACCEPTED);
    return field(reply.body(), "id");
  }

  private void end(String operation) {
    byte[] show = member.get("v1/operations/" + operation);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    String state = field(wire.ask(show).body(), "state");
    while (!state.equals("DONE")) {
      if (state.equals("ERROR") || System.nanoTime() - deadline > 0) {
        throw new IllegalStateException("Operation %s is %s.".formatted(operation, state));
      }
      LockSupport.parkNanos(POLL.toNanos());
      state = field(wire.ask(show).body(), "state");
    }
  }

  private static String field(String json, String name) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return reader.readObject().getString(name);
    }
  }

  /** What the driver alone needs: log in, read, apply, read back, save. */
  private Figure bareVisit() {
    SwitchDriver driver =
        ServiceLoader.load(SwitchDriver.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(each -> each.type().equals("sim"))
            .findFirst()
            .orElseThrow();
    PortName port = new PortName("gi1/0/200");
    PortConfig wanted = PortConfig.PARKED.with(Channel.NATIVE, new VlanId(99));
    long[] nanos = new long[50];
    for (int i = 0; i < nanos.length; i++) {
      long begin = System.nanoTime();
      visit(driver, port, i % 2 == 0 ? wanted : PortConfig.PARKED);
      nanos[i] = System.nanoTime() - begin;
    }
    return Figure.of(nanos, 1, new Cpu.Used(0, 0));
  }

  private void visit(SwitchDriver driver, PortName port, PortConfig wanted) {
    try (SwitchDriver.SwitchSession session = driver.open(endpoint())) {
      PortConfig read = session.read(List.of(port)).get(port);
      session.apply(List.of(new PortChange(port, read, wanted)));
      session.read(List.of(port));
      session.save();
    }
  }

  private SwitchEndpoint endpoint() {
    return new SwitchEndpoint(
        new Label(Seed.BARE),
        "127.0.0.1",
        seed.port(),
        Seed.USER,
        new Secret(Seed.USER),
        Optional.empty(),
        Map.of("switch", Seed.BARE),
        Duration.ofSeconds(10),
        () -> true);
  }
}
