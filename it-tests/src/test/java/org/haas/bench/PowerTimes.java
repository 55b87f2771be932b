package org.haas.bench;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.haas.driver.sim.SimBmcAdmin;
import org.haas.driver.sim.SimOptions;
import org.haas.driver.sim.SimSwitchServer;
import org.haas.it.Api;
import org.haas.spi.Label;
import org.haas.spi.Secret;

/**
 * How long 100 machines take to be switched on when each login and command of their controllers
 * takes a second, and whether five that hang keep the other 95 back.
 */
final class PowerTimes {
  private static final int MACHINES = 100;
  private static final int DEAD = 5;
  private static final Duration LATENCY = Duration.ofSeconds(1);
  private static final Duration PAUSE = Duration.ofMillis(20);
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final double LONGEST = 5;

  private final Api admin = Api.of("admin");
  private final Api member = Api.of(Seed.PROJECT);

  void measure(Report report) throws IOException {
    try (SimSwitchServer simulator = simulator();
        SimBmcAdmin bmcs =
            SimBmcAdmin.connect(simulator.port(), Seed.USER, new Secret(Seed.USER))) {
      register(simulator.port());
      machines().forEach(machine -> bmcs.delay(new Label(machine), LATENCY));
      report.add(result("100 machines switched on", seconds("on", machines()), LONGEST));
      List<String> dead = machines().subList(0, DEAD);
      List<String> well = machines().subList(DEAD, MACHINES);
      dead.forEach(machine -> bmcs.hang(new Label(machine), true));
      dead.forEach(machine -> ask(machine, "off"));
      report.add(result("95 switched off, 5 BMCs hang", seconds("off", well), LONGEST));
      dead.forEach(machine -> bmcs.reset(new Label(machine)));
      machines().forEach(machine -> bmcs.reset(new Label(machine)));
      takeAway();
    }
  }

  private static Result result(String work, double seconds, double most) {
    return new Result(
        work,
        seconds,
        "s",
        Optional.empty(),
        Optional.of(3.0 * LATENCY.toSeconds()),
        "s login, command, look",
        Optional.empty(),
        "all under 5 s",
        seconds < most);
  }

  private static List<String> machines() {
    return IntStream.rangeClosed(1, MACHINES).mapToObj("power-%03d"::formatted).toList();
  }

  private static SimSwitchServer simulator() throws IOException {
    return SimSwitchServer.start(
        new SimOptions(
            0,
            Files.createTempDirectory("haas-bench-bmc"),
            List.of(),
            machines().stream().map(Label::new).toList(),
            1,
            Optional.of(Seed.USER + ":" + Seed.USER)));
  }

  private void register(int port) {
    String nodes =
        machines().stream()
            .map(
                machine ->
                    """
                    {"name":"%s","bmc":{"type":"sim","address":"127.0.0.1:%d","username":"bench",
                     "password":"bench"}}"""
                        .formatted(machine, port))
            .collect(Collectors.joining(","));
    admin.post("v1/site", "{\"nodes\":[%s]}".formatted(nodes)).is(200);
    String project = "{\"project\":\"%s\"}".formatted(Seed.PROJECT);
    machines()
        .forEach(
            machine -> member.put("v1/nodes/%s/reservation".formatted(machine), project).is(200));
  }

  /** From the first request until the last machine was seen so. */
  private double seconds(String action, List<String> machines) {
    long begin = System.nanoTime();
    List<String> operations =
        machines.stream().parallel().map(machine -> ask(machine, action)).toList();
    operations.forEach(this::awaitEnd);
    return (System.nanoTime() - begin) / 1e9;
  }

  private String ask(String machine, String action) {
    String body = "{\"action\":\"%s\"}".formatted(action);
    return field(member.post("v1/nodes/%s/power".formatted(machine), body).is(202).body(), "id");
  }

  private void awaitEnd(String operation) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    String state = "";
    while (!state.equals("DONE")) {
      state = field(member.get("v1/operations/" + operation).is(200).body(), "state");
      if (state.equals("ERROR") || System.nanoTime() - deadline > 0) {
        throw new IllegalStateException("Operation %s is %s.".formatted(operation, state));
      }
      LockSupport.parkNanos(state.equals("DONE") ? 0 : PAUSE.toNanos());
    }
  }

  /** Gives them back, and waits until the last is free: seen off. */
  private void takeAway() {
    machines().forEach(machine -> member.delete("v1/nodes/%s/reservation".formatted(machine)));
    for (String machine : machines()) {
      String path = "v1/nodes/" + machine;
      while (!field(admin.get(path).is(200).body(), "state").equals("FREE")) {
        LockSupport.parkNanos(PAUSE.toNanos());
      }
      admin.delete(path).is(204);
    }
  }

  private static String field(String json, String name) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return reader.readObject().getString(name);
    }
  }

  /** Alone, against a running HaaS. */
  public static void main(String[] arguments) throws IOException {
    Report report = new Report(System.out);
    report.heading();
    new PowerTimes().measure(report);
  }
}
