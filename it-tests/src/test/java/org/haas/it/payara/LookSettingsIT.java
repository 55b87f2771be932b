package org.haas.it.payara;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.haas.config.HaasConfig;
import org.haas.spi.PortConfig;
import org.haas.spi.PortName;
import org.haas.switches.PortRole;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Looks by the clock alone, as often as the setting says, and repair where it is set. */
@ExtendWith(ArquillianExtension.class)
class LookSettingsIT extends DriftBench {
  private static final Duration EVERY = Duration.ofSeconds(6);

  /** For so long Payara remembers what a setting was. */
  private static final Duration REMEMBERED = Duration.ofSeconds(62);

  @Inject private HaasConfig config;

  @Deployment
  static EnterpriseArchive deployment() {
    return HaasArchive.ear();
  }

  @Test
  void look_repairIsSet_putsRightByTheClockWhatMayBeWritten() {
    try {
      System.setProperty("haas.reconcile.look", EVERY.toString());
      System.setProperty("haas.reconcile.repair", "true");
      LockSupport.parkNanos(REMEMBERED.toNanos());
      assertThat(config.reconcileRepair()).isTrue();
      PortConfig wanted = connected();
      timeToLook();
      byHand(PortConfig.PARKED);
      Bench.await(() -> running().equals(wanted));
      byHand(PortConfig.PARKED); // from here on nobody but the clock
      long from = System.nanoTime();
      Bench.await(() -> running().equals(wanted));
      assertThat(Duration.ofNanos(System.nanoTime() - from))
          .isLessThan(EVERY.plus(Duration.ofSeconds(20)));
      assertThat(asked("read_port")).isEqualTo(2);
      Bench.await(() -> differing().isEmpty());
      assertTrunkIsLeftAlone();
    } finally {
      System.clearProperty("haas.reconcile.look");
      System.clearProperty("haas.reconcile.repair");
      LockSupport.parkNanos(REMEMBERED.toNanos());
    }
    assertThat(config.reconcileRepair()).isFalse();
  }

  /** A trunk carries what it carries: what is wrong with it is told, and nothing written. */
  private void assertTrunkIsLeftAlone() {
    PortName trunk = new PortName("gi1/0/47");
    switches.registerPort(bench.switchName(), trunk, PortRole.PRESET);
    Bench.await(
        () ->
            bench.number(
                    "select count(*) from operation where queue = ? and state in ('PENDING', 'RUNNING')",
                    queue())
                == 0);
    byHand(trunk, PortConfig.PARKED);
    Bench.await(() -> !differing().isEmpty());
    LockSupport.parkNanos(EVERY.plusSeconds(6).toNanos());
    assertThat(differing())
        .singleElement()
        .satisfies(drift -> assertThat(drift.port()).contains(trunk));
    assertThat(asked("read_port")).isEqualTo(2);
    try (var hardware = bench.hardware()) {
      assertThat(hardware.running(bench.switchName()).get(trunk).parked()).isTrue();
    }
  }
}
