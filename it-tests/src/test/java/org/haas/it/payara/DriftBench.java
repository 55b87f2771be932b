package org.haas.it.payara;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.haas.health.Health;
import org.haas.health.SwitchHealth;
import org.haas.health.SwitchHealth.Contact;
import org.haas.network.Attachments;
import org.haas.network.Networks;
import org.haas.node.Nodes;
import org.haas.operation.OperationState;
import org.haas.spi.Label;
import org.haas.spi.PortChange;
import org.haas.spi.PortConfig;
import org.haas.spi.PortName;
import org.haas.spi.Secret;
import org.haas.spi.SwitchDriver.SwitchSession;
import org.haas.spi.SwitchEndpoint;
import org.haas.switches.DriftReport.PortDrift;
import org.haas.switches.Drifts;
import org.haas.switches.Drivers;
import org.haas.switches.Switches;

/** A node's port that is connected, somebody who changes it by hand, and what is told of it. */
abstract class DriftBench {
  static final PortName PORT = new PortName("gi1/0/1");

  @Inject Bench bench;
  @Inject Nodes nodes;
  @Inject Networks networks;
  @Inject Attachments attachments;
  @Inject Switches switches;
  @Inject Drifts drifts;
  @Inject Drivers drivers;
  @Inject Health health;

  Label project;
  Label node;
  Label network;

  /** A node of a project is on a network; answers what its port is then. */
  PortConfig connected() {
    project = bench.project("physics");
    node = bench.wiredNode();
    network = bench.network("net", project);
    nodes.reserve(project, node);
    assertThat(bench.end(attachments.connect(node, Bench.nic(), network, Optional.empty())))
        .isEqualTo(OperationState.DONE);
    return running();
  }

  void timeToLook() {
    bench.update("update work_queue set look_at = clock_timestamp() where name = ?", queue());
  }

  /** A look from its beginning to its end. */
  void look() {
    try (var hardware = bench.hardware()) {
      long sessions = hardware.sessions(bench.switchName());
      timeToLook();
      Bench.await(() -> hardware.sessions(bench.switchName()) > sessions);
      LockSupport.parkNanos(Duration.ofSeconds(2).toNanos());
    }
  }

  long secondsToLook() {
    return bench.number(
        "select ceil(extract(epoch from look_at - clock_timestamp())) from work_queue"
            + " where name = ?",
        queue());
  }

  void awaitNobodyThere() {
    Bench.await(
        () ->
            bench.number(
                    "select count(*) from work_queue where name = ?"
                        + " and claim_until > clock_timestamp()",
                    queue())
                == 0);
  }

  long failing() {
    return bench.number(
        "select count(*) from work_queue where name = ? and look_failed_since is not null",
        queue());
  }

  Contact contact() {
    return health().contact();
  }

  SwitchHealth health() {
    bench.asAdmin();
    return health.switches().stream()
        .filter(known -> known.name().equals(bench.switchName()))
        .findFirst()
        .orElseThrow();
  }

  void awaitChecks(long checks) {
    Bench.await(
        () ->
            bench.number(
                    "select count(*) from operation where queue = ? and action = 'check_switch'"
                        + " and state = 'DONE'",
                    queue())
                == checks);
  }

  long operations() {
    return bench.number("select count(*) from operation where queue = ?", queue());
  }

  void check() {
    bench.asAdmin();
    assertThat(bench.end(switches.check(bench.switchName()))).isEqualTo(OperationState.DONE);
  }

  List<PortDrift> differing() {
    bench.asAdmin();
    return drifts.report().ports().stream()
        .filter(drift -> drift.switchName().equals(Optional.of(bench.switchName())))
        .toList();
  }

  static void assertTold(PortDrift drift, PortConfig wanted) {
    assertThat(drift.port()).contains(PORT);
    assertThat(drift.lastRead()).contains("parked");
    assertThat(drift.difference())
        .isEqualTo("port gi1/0/1 is 'parked', not '%s'".formatted(wanted));
  }

  PortConfig running() {
    try (var hardware = bench.hardware()) {
      return hardware.running(bench.switchName()).get(PORT);
    }
  }

  long asked(String action) {
    return bench.number(
        "select count(*) from operation where queue = ? and action = ? and requested_by = 'haas'",
        queue(),
        action);
  }

  String queue() {
    return "switch:" + switchId();
  }

  long switchId() {
    return bench.number("select id from switch where label = ?", bench.switchName().value());
  }

  /** Somebody at the switch, past HaaS. */
  void byHand(PortConfig config) {
    byHand(PORT, config);
  }

  PortConfig byHand(PortName port, PortConfig config) {
    long fence = bench.number("select fence from work_queue where name = ?", queue());
    SwitchEndpoint endpoint =
        new SwitchEndpoint(
            bench.switchName(),
            "127.0.0.1",
            (int)
                bench.number(
                    "select tcp_port from switch where label = ?", bench.switchName().value()),
            "",
            Secret.NONE,
            Optional.empty(),
            Map.of(),
            Duration.ofSeconds(5),
            () -> true);
    try (SwitchSession session =
        drivers.find("sim").orElseThrow().open(endpoint.withFence(fence))) {
      PortConfig read = session.read(List.of(port)).get(port);
      session.apply(List.of(new PortChange(port, read, config)));
      return session.read(List.of(port)).get(port);
    }
  }
}
