package org.haas.it.payara;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
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
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What nobody asked for: finding what differs, putting it right, finishing what had failed. */
@ExtendWith(ArquillianExtension.class)
class ReconcileIT {
  private static final PortName PORT = new PortName("gi1/0/1");

  /** Of the minute in which a change by hand is to be seen, what 45 s between two looks leave. */
  private static final Duration SLACK = Duration.ofSeconds(15);

  @Inject private Bench bench;
  @Inject private Nodes nodes;
  @Inject private Networks networks;
  @Inject private Attachments attachments;
  @Inject private Switches switches;
  @Inject private Drifts drifts;
  @Inject private Drivers drivers;

  private Label project;
  private Label node;
  private Label network;

  @Deployment
  static EnterpriseArchive deployment() {
    return HaasArchive.ear();
  }

  @Test
  void check_portChangedByHand_isToldUntilItIsRight() {
    PortConfig wanted = connected();
    byHand(PortConfig.PARKED);
    check();
    assertThat(differing()).singleElement().satisfies(drift -> assertTold(drift, wanted));
    assertThat(running()).as("only told").isEqualTo(PortConfig.PARKED);
    byHand(wanted);
    check();
    assertThat(differing()).isEmpty();
  }

  @Test
  void look_portChangedByHand_isToldInTimeAndGoesWhenItIsRight() {
    PortConfig wanted = connected();
    byHand(PortConfig.PARKED);
    long from = System.nanoTime();
    timeToLook();
    bench.asAdmin();
    Bench.await(() -> !differing().isEmpty());
    assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(SLACK);
    assertThat(differing()).singleElement().satisfies(drift -> assertTold(drift, wanted));
    awaitChecks(1);
    look();
    assertThat(asked("check_switch")).as("what is known is no news").isEqualTo(1);
    assertThat(running()).as("only told").isEqualTo(PortConfig.PARKED);
    byHand(wanted);
    timeToLook();
    Bench.await(() -> differing().isEmpty());
    awaitChecks(2);
  }

  @Test
  void look_portThatIsNotRegistered_isLeftAlone() {
    connected();
    PortName strange = new PortName("gi1/0/48");
    PortConfig before;
    try (var hardware = bench.hardware()) {
      before = hardware.running(bench.switchName()).get(strange);
    }
    look();
    assertThat(asked("check_switch")).isZero();
    try (var hardware = bench.hardware()) {
      assertThat(hardware.running(bench.switchName()).get(strange)).isEqualTo(before);
      assertThat(hardware.log(bench.switchName()))
          .noneMatch(line -> line.contains("fence=0") && line.contains(strange.value()));
    }
  }

  @Test
  void look_nothingDiffers_leavesNothingBehind() {
    connected();
    long operations = operations();
    String row = "select xmin::text::bigint from port p where name = ? and switch_id = ?";
    long written = bench.number(row, PORT.value(), switchId());
    look();
    assertThat(operations()).as("operations").isEqualTo(operations);
    assertThat(bench.number(row, PORT.value(), switchId())).as("the port").isEqualTo(written);
  }

  @Test
  void check_afterAWorkerVanished_putsRightWhatHisLastLinesDid() {
    PortConfig wanted = connected();
    byHand(PortConfig.PARKED);
    bench.update(
        "update work_queue set check_at = clock_timestamp(), mend_at = clock_timestamp()"
            + " where name = ?",
        queue());
    Bench.await(() -> running().equals(wanted));
    Bench.await(
        () ->
            bench.number(
                    "select count(*) from work_queue where name = ? and mend_at is null", queue())
                == 1);
    assertThat(asked("recheck_switch")).isEqualTo(1);
    assertThat(asked("read_port")).isEqualTo(1);
  }

  @Test
  void check_detachThatWasGivenUp_isFinished() {
    connected();
    bench.update(
        "update attachment set state = 'DETACHING' where network_id ="
            + " (select id from network where label = ?)",
        network.value());
    check();
    Bench.await(() -> attachments.ofNodes(List.of(node)).isEmpty());
    Bench.await(() -> running().parked());
    bench.asMember(project);
    networks.delete(network);
    nodes.release(Optional.of(project), node);
  }

  @Test
  void check_vlanThatTheSwitchDidNotForget_isTakenOffQuarantine() {
    connected();
    long vlan =
        bench.number(
            "select max(v.id) from vlan v where v.in_pool and v.state = 'FREE' and not exists"
                + " (select 1 from vlan_carrier c where c.vlan = v.id)");
    bench.update(
        "insert into vlan_carrier (vlan, switch_id) select cast(? as integer), id from switch"
            + " where label = ?",
        (int) vlan,
        bench.switchName().value());
    check();
    Bench.await(
        () ->
            bench.number(
                    "select count(*) from vlan_carrier where vlan = cast(? as integer)", (int) vlan)
                == 0);
    assertThat(asked("retire_vlan")).isEqualTo(1);
  }

  @Test
  void check_whileAnOperationIsOpen_doesNotCountThePort() {
    PortConfig wanted = connected();
    byHand(PortConfig.PARKED);
    bench.update(
        "insert into operation (uuid, queue, kind, action, state, requested_by, requested_at,"
            + " port_id, not_before) select gen_random_uuid(), ?, 'switch', 'read_port', 'PENDING',"
            + " 'it', now(), p.id, now() + interval '1 hour' from port p join switch s"
            + " on s.id = p.switch_id where s.label = ?",
        queue(),
        bench.switchName().value());
    check();
    assertThat(differing()).isEmpty();
    bench.update(
        "update operation set not_before = now() where queue = ? and requested_by = 'it'", queue());
    Bench.await(() -> running().equals(wanted));
  }

  /** A node of a project is on a network; answers what its port is then. */
  private PortConfig connected() {
    project = bench.project("physics");
    node = bench.wiredNode();
    network = bench.network("net", project);
    nodes.reserve(project, node);
    assertThat(bench.end(attachments.connect(node, Bench.nic(), network, Optional.empty())))
        .isEqualTo(OperationState.DONE);
    return running();
  }

  private void timeToLook() {
    bench.update("update work_queue set look_at = clock_timestamp() where name = ?", queue());
  }

  /** A look from its beginning to its end. */
  private void look() {
    try (var hardware = bench.hardware()) {
      long sessions = hardware.sessions(bench.switchName());
      timeToLook();
      Bench.await(() -> hardware.sessions(bench.switchName()) > sessions);
      LockSupport.parkNanos(Duration.ofSeconds(2).toNanos());
    }
  }

  private void awaitChecks(long checks) {
    Bench.await(
        () ->
            bench.number(
                    "select count(*) from operation where queue = ? and action = 'check_switch'"
                        + " and state = 'DONE'",
                    queue())
                == checks);
  }

  private long operations() {
    return bench.number("select count(*) from operation where queue = ?", queue());
  }

  private void check() {
    bench.asAdmin();
    assertThat(bench.end(switches.check(bench.switchName()))).isEqualTo(OperationState.DONE);
  }

  private List<PortDrift> differing() {
    bench.asAdmin();
    return drifts.report().ports().stream()
        .filter(drift -> drift.switchName().equals(bench.switchName()))
        .toList();
  }

  private static void assertTold(PortDrift drift, PortConfig wanted) {
    assertThat(drift.port()).isEqualTo(PORT);
    assertThat(drift.lastRead()).contains("parked");
    assertThat(drift.difference())
        .isEqualTo("port gi1/0/1 is 'parked', not '%s'".formatted(wanted));
  }

  private PortConfig running() {
    try (var hardware = bench.hardware()) {
      return hardware.running(bench.switchName()).get(PORT);
    }
  }

  private long asked(String action) {
    return bench.number(
        "select count(*) from operation where queue = ? and action = ? and requested_by = 'haas'",
        queue(),
        action);
  }

  private String queue() {
    return "switch:" + switchId();
  }

  private long switchId() {
    return bench.number("select id from switch where label = ?", bench.switchName().value());
  }

  /** Somebody at the switch, past HaaS. */
  private void byHand(PortConfig config) {
    byHand(PORT, config);
  }

  private PortConfig byHand(PortName port, PortConfig config) {
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
