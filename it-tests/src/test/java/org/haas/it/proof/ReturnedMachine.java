package org.haas.it.proof;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.haas.driver.sim.SimBmcAdmin;
import org.haas.driver.sim.SimSwitchAdmin;
import org.haas.it.Site;
import org.haas.spi.Label;
import org.haas.spi.PortName;

/**
 * A machine that its project gives back while the server dies: it was on and connected, boots from
 * the network, and its controller hangs at the step that is drawn. Whenever the database says that
 * it is free, it is off and its port bare.
 */
final class ReturnedMachine implements AutoCloseable {
  private static final Label BMC = new Label("bmc-60");
  private static final PortName PORT = new PortName("gi1/0/299");
  private static final List<String> STEPS = List.of("consoles", "power", "boot", "ports", "free");
  private static final Duration SLOW = Duration.ofMillis(800);
  private static final int LONGEST_PAUSE = 300;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(10);

  private final Site site;
  private final Random random;
  private final SimBmcAdmin controllers;
  private final String node;
  private final FreeWatch watch;
  private String release;

  ReturnedMachine(Site site, Random random) {
    this.site = site;
    this.random = random;
    controllers = site.lookAtMachines();
    node = site.nodeWithNic();
    plug();
    site.admin.put(path("bmc"), site.bmcJson(BMC)).is(200);
    watch = new FreeWatch(node, this::why);
  }

  /** Behind a port of its own, beside those of a fleet. */
  private void plug() {
    String ports = "v1/switches/%s/ports".formatted(site.switchName);
    site.admin.post(ports, "{\"name\":\"%s\"}".formatted(PORT)).is(201);
    Invariants.awaitQuiet(List.of(site.switchName));
    String nic = "{\"node\":\"%s\",\"nic\":\"eth0\"}".formatted(node);
    site.admin.put(portPath() + "/nic", nic).is(200);
  }

  private String portPath() {
    return "v1/switches/%s/ports/%s".formatted(site.switchName, PORT.value().replace("/", "%2F"));
  }

  /** It is its project's, on, boots from the network, and was connected. */
  void isInUse(String network) {
    site.admin.put(path("reservation"), "{\"project\":\"%s\"}".formatted(site.project)).is(200);
    done(
        site.member.put(path("boot-device"), "{\"device\":\"pxe\",\"once\":false}").is(202).json());
    done(site.member.post(path("power"), "{\"action\":\"on\"}").is(202).json());
    String connection = path("nics/eth0/networks/" + network);
    done(site.member.put(connection, "{}").is(202).json());
    done(site.member.delete(connection).is(202).json());
    assertThat(controllers.isOn(BMC)).isTrue();
  }

  /** Returns when its release is amid one of these steps, and at its controller if it may be. */
  void isGivenBack(List<String> steps) {
    String step = steps.get(random.nextInt(steps.size()));
    controllers.delay(BMC, SLOW);
    release = site.member.delete(path("reservation")).is(202).json().getString("id");
    await(step);
    if (!step.equals("ports")) {
      LockSupport.parkNanos(Duration.ofMillis(random.nextInt(LONGEST_PAUSE)).toNanos());
      controllers.hang(BMC, true);
    }
    System.out.println("ReturnedMachine: to die at " + step);
  }

  private void await(String step) {
    String sql =
        "select 1 from operation_step s join operation o on o.id = s.operation_id"
            + " where o.uuid = '%s' and s.name = '%s' and s.state <> 'PENDING'"
                .formatted(release, step);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    try (Records records = Records.open()) {
      while (records.rows(sql).isEmpty()) {
        assertThat(deadline - System.nanoTime()).as("time to come to %s", step).isPositive();
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }

  /** The server is dead: the machine is not free, and its controller is well again. */
  void isLetGo() {
    assertThat(watch.state()).isEqualTo("RELEASING");
    controllers.reset(BMC);
  }

  /** The server lives again: the release ended, each step once, and was never ahead of itself. */
  void isFree() {
    site.awaitEnd(release);
    assertThat(watch.state()).isEqualTo("FREE");
    assertThat(why()).isEmpty();
    assertThat(controllers.boot(BMC)).isEqualTo("NONE");
    List<JsonObject> steps =
        site.member
            .get("v1/operations/%s/steps".formatted(release))
            .is(200)
            .json()
            .getJsonArray("items")
            .getValuesAs(JsonObject.class);
    assertThat(steps).extracting(step -> step.getString("name")).isEqualTo(STEPS);
    assertThat(steps).allMatch(step -> step.getString("state").equals("DONE"));
    watch.assertNothingSeen();
  }

  /** What keeps it from being anybody's; nothing, or in words. */
  private String why() {
    try (SimBmcAdmin machines = site.lookAtMachines();
        SimSwitchAdmin switches = site.look()) {
      String power = machines.isOn(BMC) ? "it is on;" : "";
      boolean bare = switches.running(new Label(site.switchName)).get(PORT).parked();
      return power + (bare ? "" : "its port carries something;");
    }
  }

  private String path(String of) {
    return "v1/nodes/%s/%s".formatted(node, of);
  }

  private void done(JsonObject operation) {
    site.awaitEnd(operation.getString("id"));
  }

  @Override
  public void close() {
    watch.close();
    controllers.close();
    site.admin.delete(portPath() + "/nic").isDone();
    site.admin.delete(portPath()).isDone();
  }
}
