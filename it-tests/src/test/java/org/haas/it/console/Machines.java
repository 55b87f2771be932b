package org.haas.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.haas.driver.sim.SimBmc;
import org.haas.driver.sim.SimBmcAdmin;
import org.haas.driver.sim.SimOptions;
import org.haas.driver.sim.SimSwitchServer;
import org.haas.it.Answer;
import org.haas.it.Api;
import org.haas.it.Site;
import org.haas.spi.BmcDriver.BmcSession;
import org.haas.spi.BmcEndpoint;
import org.haas.spi.Label;
import org.haas.spi.PowerCommand;
import org.haas.spi.Secret;

/** Machines with simulated controllers, registered at the site. */
final class Machines implements AutoCloseable {
  private static final String SECRET = "open sesame";

  private final Site site;
  private final List<Label> free;
  private final SimSwitchServer simulator;
  private final SimBmcAdmin controllers;
  private final List<Machine> registered = new ArrayList<>();
  private int used;

  /** That many, none registered yet. */
  Machines(Site site, int count) throws IOException {
    this.site = site;
    this.free = IntStream.range(0, count).mapToObj(i -> new Label("bmc-" + i)).toList();
    this.simulator =
        SimSwitchServer.start(
            new SimOptions(
                0,
                Files.createTempDirectory("haas-bmc"),
                List.of(),
                free,
                1,
                Optional.of("it:" + SECRET)));
    this.controllers = SimBmcAdmin.connect(simulator.port(), "it", new Secret(SECRET));
  }

  /** Behind HaaS's back. */
  SimBmcAdmin controllers() {
    return controllers;
  }

  /** A free node with the next controller. */
  Machine free() {
    Machine machine = new Machine(site.bareNode(), free.get(used++));
    registered.add(machine);
    record(machine, SECRET).isDone();
    return machine;
  }

  /** A node of the project. */
  Machine held(String project) {
    Machine machine = free();
    reserve(machine, project);
    return machine;
  }

  /** Tells HaaS of its controller, with that password. */
  Answer record(Machine machine, String password) {
    return site.admin.put(
        "v1/nodes/%s/bmc".formatted(machine.node()),
        """
        {"type": "sim", "address": "127.0.0.1:%d", "username": "it", "password": "%s",
         "settings": {"bmc": "%s"}}"""
            .formatted(simulator.port(), password, machine.bmc()));
  }

  void reserve(Machine machine, String project) {
    site.admin
        .put(
            "v1/nodes/%s/reservation".formatted(machine.node()),
            "{\"project\":\"%s\"}".formatted(project))
        .is(200);
  }

  /** Gives it back and waits until it is free. */
  void release(Machine machine, Api by) {
    by.delete("v1/nodes/%s/reservation".formatted(machine.node())).isDone();
    isFree(machine);
  }

  private void isFree(Machine machine) {
    Site.until(
        () -> site.admin.get("v1/nodes/" + machine.node()),
        answer -> answer.json().getString("state").equals("FREE"));
  }

  /** Switches it, past HaaS. */
  void power(Machine machine, PowerCommand command) {
    BmcEndpoint endpoint =
        new BmcEndpoint(
            machine.bmc(),
            "127.0.0.1:" + simulator.port(),
            "it",
            new Secret(SECRET),
            Optional.empty(),
            Map.of(),
            Reader.PATIENCE,
            () -> true);
    try (BmcSession session = new SimBmc().open(endpoint)) {
      session.command(command);
    }
  }

  /** The machine says this on its serial port. */
  void says(Machine machine, String text) {
    controllers.print(machine.bmc(), text.getBytes(StandardCharsets.UTF_8));
  }

  /** What reached it. */
  String typed(Machine machine) {
    return new String(controllers.keys(machine.bmc()), StandardCharsets.UTF_8);
  }

  /** Gives back what is held; then nobody is connected to any of the controllers. */
  void areLetGo() {
    registered.forEach(
        machine -> site.admin.delete("v1/nodes/%s/reservation".formatted(machine.node())));
    registered.forEach(this::isFree);
    await(() -> free.stream().allMatch(bmc -> controllers.consoles(bmc) == 0), "consoles closed");
  }

  /** Waits for something. */
  static void await(BooleanSupplier enough, String what) {
    long end = System.nanoTime() + Reader.PATIENCE.toNanos();
    while (!enough.getAsBoolean()) {
      assertThat(System.nanoTime()).as(what).isLessThan(end);
      LockSupport.parkNanos(10_000_000);
    }
  }

  @Override
  public void close() throws IOException {
    controllers.close();
    simulator.close();
  }

  /** A node and its controller. */
  record Machine(String node, Label bmc) {
    String console() {
      return "v1/nodes/%s/console".formatted(node);
    }
  }
}
