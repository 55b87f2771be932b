package org.haas.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.haas.node.Node;
import org.haas.operation.Claim;
import org.haas.operation.Claims;
import org.haas.operation.QueueId;
import org.haas.spi.BootDevice;
import org.haas.spi.DriverException.Kind;
import org.haas.spi.Label;
import org.haas.spi.PowerState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PowerVisitTest {
  private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");
  private static final Duration SETTLE = Duration.ofMinutes(1);
  private static final Duration SHUTDOWN = Duration.ofMinutes(5);

  private final MachineInMemory machine = new MachineInMemory();
  private final PowerStoreInMemory store = new PowerStoreInMemory();
  private final Node node = new Node(new Label("node-01"));

  @Test
  void on_machineIsOff_isOnAndReadSo() {
    run(NOW, power(PowerAction.ON));
    assertThat(machine.log).containsExactly("ON", "read", "close");
    assertThat(store.log).containsExactly("done ON");
  }

  @Test
  void off_machineIsOn_isOffAndReadSo() {
    machine.state = PowerState.ON;
    run(NOW, power(PowerAction.OFF));
    assertThat(machine.commands()).containsExactly("OFF");
    assertThat(store.log).containsExactly("done OFF");
  }

  @Test
  void on_notSoInTheFirstWhile_goesOnAndIsNotToldTwice() {
    machine.ignoresPower = true;
    PowerOperation on = power(PowerAction.ON);
    run(NOW, on);
    assertThat(store.log).containsExactly("goes on OFF");
    machine.state = PowerState.ON;
    run(NOW.plusSeconds(1), on);
    assertThat(machine.commands()).containsExactly("ON");
    assertThat(store.log).containsExactly("goes on OFF", "done ON");
  }

  @Test
  void on_notSoWithinTheDeadline_failsAndIsToldAgain() {
    machine.ignoresPower = true;
    PowerOperation on = power(PowerAction.ON);
    on.told(NOW.minus(SETTLE).minusMillis(1));
    run(NOW, on);
    assertThat(store.log)
        .containsExactly(
            "failed The BMC took the command, but 60 s later the machine is OFF, not ON.");
    machine.ignoresPower = false;
    run(NOW, on);
    assertThat(machine.commands()).containsExactly("ON");
    assertThat(store.log).last().isEqualTo("done ON");
  }

  @Test
  void cycle_machineIsOn_isSeenOffBeforeItIsOn() {
    machine.state = PowerState.ON;
    run(NOW, power(PowerAction.CYCLE));
    assertThat(machine.commands()).containsExactly("OFF", "ON");
    assertThat(store.log).containsExactly("off seen", "done ON");
  }

  @Test
  void cycle_machineStaysOn_isNeverSwitchedOn() {
    machine.state = PowerState.ON;
    machine.ignoresPower = true;
    run(NOW, power(PowerAction.CYCLE));
    assertThat(machine.commands()).containsExactly("OFF");
    assertThat(store.log).containsExactly("goes on ON");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void cycle_killedBeforeAnyTransaction_endsOnAndIsCutOnceAfterItWasSeenOff(int transaction) {
    machine.state = PowerState.ON;
    PowerOperation cycle = power(PowerAction.CYCLE);
    store.crashBefore(transaction);
    assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> run(NOW, cycle));
    boolean remembered = cycle.offSeen();
    machine.log.clear();
    cycle.untold(); // what was not written down is forgotten
    run(NOW, cycle);
    assertThat(machine.commands())
        .containsExactlyElementsOf(remembered ? List.of("ON") : List.of("OFF", "ON"));
    assertThat(machine.state).isEqualTo(PowerState.ON);
  }

  @Test
  void shutdown_systemEnds_isOffWithoutForce() {
    machine.state = PowerState.ON;
    run(NOW, power(PowerAction.SHUTDOWN));
    assertThat(machine.commands()).containsExactly("SHUT_DOWN");
    assertThat(store.log).containsExactly("done OFF");
  }

  @Test
  void shutdown_systemDoesNotEnd_isRefusedAndNeverForced() {
    machine.state = PowerState.ON;
    machine.ignoresShutdown = true;
    PowerOperation shutdown = power(PowerAction.SHUTDOWN);
    shutdown.told(NOW.minus(SHUTDOWN).minusMillis(1));
    run(NOW, shutdown);
    assertThat(machine.commands()).isEmpty();
    assertThat(store.log)
        .containsExactly(
            "refused The operating system did not end within 300 s; switch the machine off, or"
                + " reboot it.");
  }

  @Test
  void reboot_systemEnds_isOnAgainWithoutForce() {
    machine.state = PowerState.ON;
    run(NOW, power(PowerAction.REBOOT));
    assertThat(machine.commands()).containsExactly("SHUT_DOWN", "ON");
  }

  @Test
  void reboot_systemDoesNotEnd_isForcedAfterTheDeadline() {
    machine.state = PowerState.ON;
    machine.ignoresShutdown = true;
    PowerOperation reboot = power(PowerAction.REBOOT);
    run(NOW, reboot);
    assertThat(store.log).containsExactly("goes on ON");
    run(NOW.plus(SHUTDOWN).plusMillis(1), reboot);
    assertThat(machine.commands()).containsExactly("SHUT_DOWN", "OFF", "ON");
    assertThat(store.log).endsWith("off seen", "done ON");
  }

  @Test
  void run_controllerBreaks_failsWithItsWordsAndTheNextVisitLogsInAnew() {
    machine.failAt(1, Kind.UNREACHABLE, "No answer.");
    PowerOperation on = power(PowerAction.ON);
    run(NOW, on);
    assertThat(store.log).containsExactly("failed No answer.");
    run(NOW, on);
    assertThat(machine.log).containsExactly("ON", "close", "read", "close");
    assertThat(store.log).last().isEqualTo("done ON");
  }

  @Test
  void run_claimRanOut_countsNothing() {
    machine.failAt(0, Kind.DEADLINE, "Too late.");
    run(NOW, power(PowerAction.ON));
    assertThat(store.log).isEmpty();
    assertThat(machine.commands()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = PowerStore.Standing.class,
      names = {"OVER", "LEFT", "GONE", "UNPREPARED"})
  void run_operationNoLongerCounts_controllerIsNotAsked(PowerStore.Standing standing) {
    store.standing = standing;
    run(NOW, power(PowerAction.ON));
    assertThat(machine.log).isEmpty();
    assertThat(store.log).noneMatch(line -> line.startsWith("done"));
  }

  @Test
  void boot_once_isToldOnceAndRemembered() {
    run(NOW, PowerOperation.boot(node, BootDevice.PXE, true, somebody()));
    assertThat(machine.commands()).containsExactly("PXE once");
    assertThat(store.log).containsExactly("booting PXE");
  }

  private PowerOperation power(PowerAction action) {
    return PowerOperation.power(node, action, somebody());
  }

  private static PowerOperation.Request somebody() {
    return new PowerOperation.Request("pat", NOW, Optional.empty(), Optional.empty());
  }

  private void run(Instant now, PowerOperation operation) {
    Claim claim = Claims.on(QueueId.ofNode(1));
    VisitedMachine visited =
        new VisitedMachine(
            claim,
            store,
            () -> machine,
            new VisitedMachine.Patience(SETTLE, SHUTDOWN, Duration.ofMillis(1)),
            Clock.fixed(now, ZoneOffset.UTC));
    ReleaseVisit releases = new ReleaseVisit(claim, new ReleasesInMemory(), visited);
    try (PowerVisit visit = new PowerVisit(claim, store, visited, releases)) {
      visit.run(List.of(operation));
    }
  }
}
