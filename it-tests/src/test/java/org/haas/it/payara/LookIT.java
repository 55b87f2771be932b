package org.haas.it.payara;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.haas.health.SwitchHealth.Contact;
import org.haas.spi.PortConfig;
import org.haas.spi.PortName;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Looks at switches without an operation: what is changed by hand is told within a minute. */
@ExtendWith(ArquillianExtension.class)
class LookIT extends DriftBench {
  /** Of the minute in which a change by hand is to be seen, what 45 s between two looks leave. */
  private static final Duration SLACK = Duration.ofSeconds(15);

  @Deployment
  static EnterpriseArchive deployment() {
    return HaasArchive.ear();
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
  void look_newsWhileACheckIsOpen_areToldSoonAfterIt() {
    connected();
    bench.update(
        "insert into operation (uuid, queue, kind, action, state, looks, requested_by,"
            + " requested_at, not_before) values (gen_random_uuid(), ?, 'switch', 'check_switch',"
            + " 'PENDING', true, 'it', now(), now() + interval '1 hour')",
        queue());
    byHand(PortConfig.PARKED);
    look();
    assertThat(differing()).isEmpty();
    assertThat(asked("check_switch")).isZero();
    assertThat(secondsToLook()).as("seconds until the next look").isLessThanOrEqualTo(10);
    bench.update(
        "delete from operation where queue = ? and requested_by = 'it' and looks", queue());
    Bench.await(() -> !differing().isEmpty());
    awaitChecks(1);
  }

  @Test
  void look_portReadSinceItBegan_isNoNews() {
    connected();
    bench.update(
        "update port set read_at = now() + interval '1 minute' where switch_id = ?", switchId());
    byHand(PortConfig.PARKED);
    look();
    assertThat(asked("check_switch")).isZero();
    assertThat(secondsToLook()).as("seconds until the next look").isLessThanOrEqualTo(10);
    bench.update("update port set read_at = now() where switch_id = ?", switchId());
    Bench.await(() -> !differing().isEmpty());
    awaitChecks(1);
  }

  @Test
  void look_switchThatHangs_isOutOfReachUntilItAnswers() {
    connected();
    awaitNobodyThere();
    try (var hardware = bench.hardware()) {
      hardware.hang(bench.switchName(), true);
      timeToLook();
      Bench.await(() -> contact() == Contact.UNREACHABLE);
      assertThat(failing()).isEqualTo(1);
      assertThat(health().error().orElse("")).contains(bench.switchName().value());
      hardware.reset(bench.switchName());
    }
    timeToLook();
    Bench.await(() -> contact() == Contact.REACHABLE);
    assertThat(failing()).isZero();
    assertThat(asked("check_switch")).isZero();
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
}
