package org.haas.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.haas.driver.sim.SimBmc;
import org.haas.driver.sim.SimBmcAdmin;
import org.haas.driver.sim.SimOptions;
import org.haas.driver.sim.SimSwitchServer;
import org.haas.it.Api;
import org.haas.spi.BmcDriver.BmcSession;
import org.haas.spi.BmcEndpoint;
import org.haas.spi.Label;
import org.haas.spi.PowerCommand;
import org.haas.spi.Secret;

/** Simulated machines that talk without pause, held by the project, with open consoles. */
final class Consoles implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final long PAUSE_NANOS = 20_000_000;

  private final Api admin = Api.of("admin");
  private final Api member = Api.of(Seed.PROJECT);
  private final List<String> machines;
  private final SimSwitchServer simulator;
  private final SimBmcAdmin bmcs;

  Consoles(int count) throws IOException {
    machines = IntStream.rangeClosed(1, count).mapToObj("console-%03d"::formatted).toList();
    simulator =
        SimSwitchServer.start(
            new SimOptions(
                0,
                Files.createTempDirectory("haas-bench-console"),
                List.of(),
                machines.stream().map(Label::new).toList(),
                1,
                Optional.of(Seed.USER + ":" + Seed.USER)));
    bmcs = SimBmcAdmin.connect(simulator.port(), Seed.USER, new Secret(Seed.USER));
    register();
    machines.forEach(this::switchOn);
  }

  private void register() {
    String nodes =
        machines.stream()
            .map(
                machine ->
                    """
                    {"name":"%s","bmc":{"type":"sim","address":"127.0.0.1:%d","username":"bench",
                     "password":"bench"}}"""
                        .formatted(machine, simulator.port()))
            .collect(Collectors.joining(","));
    admin.post("v1/site", "{\"nodes\":[%s]}".formatted(nodes)).is(200);
    String project = "{\"project\":\"%s\"}".formatted(Seed.PROJECT);
    machines.forEach(
        machine -> member.put("v1/nodes/%s/reservation".formatted(machine), project).is(200));
  }

  /** Past HaaS, whose power controls are measured elsewhere. */
  private void switchOn(String machine) {
    BmcEndpoint endpoint =
        new BmcEndpoint(
            new Label(machine),
            "127.0.0.1:" + simulator.port(),
            Seed.USER,
            new Secret(Seed.USER),
            Optional.empty(),
            Map.of(),
            TIMEOUT,
            () -> true);
    try (BmcSession session = new SimBmc().open(endpoint)) {
      session.command(PowerCommand.ON);
    }
  }

  List<String> machines() {
    return machines;
  }

  /** Reads all that this one says from now on. */
  LineReader reader(String machine) {
    return new LineReader(member, path(machine));
  }

  /** Asks for what this one says, and reads nothing. */
  StalledReader stalled(String machine) {
    return new StalledReader(
        "/api/" + path(machine) + "/ws", "Bearer " + Door.of(Seed.PROJECT).login().token());
  }

  private static String path(String machine) {
    return "v1/nodes/%s/console".formatted(machine);
  }

  /** It talks at this rate from now on. */
  void talk(String machine, long bytesPerSecond) {
    bmcs.stream(new Label(machine), bytesPerSecond);
  }

  /** The number of the line that it said last. */
  long lastLine(String machine) {
    return bmcs.streamedLines(new Label(machine));
  }

  /** Gives them back, and waits until the last is free. */
  @Override
  public void close() throws IOException {
    machines.forEach(machine -> member.delete("v1/nodes/%s/reservation".formatted(machine)));
    for (String machine : machines) {
      String node = "v1/nodes/" + machine;
      while (!admin.get(node).is(200).json().getString("state").equals("FREE")) {
        LockSupport.parkNanos(PAUSE_NANOS);
      }
      admin.delete(node).is(204);
    }
    bmcs.close();
    simulator.close();
  }
}
