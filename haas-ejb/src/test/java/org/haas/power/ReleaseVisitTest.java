package org.haas.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.haas.node.Node;
import org.haas.operation.Claim;
import org.haas.operation.Claims;
import org.haas.operation.QueueId;
import org.haas.spi.DriverException.Kind;
import org.haas.spi.Label;
import org.haas.spi.PowerState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReleaseVisitTest {
  private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");
  private static final Duration SETTLE = Duration.ofMinutes(1);
  private static final int TRANSACTIONS = 10;
  private static final int COMMANDS = 3;

  private final MachineInMemory machine = new MachineInMemory();
  private final PowerStoreInMemory store = new PowerStoreInMemory();
  private final ReleasesInMemory releases = new ReleasesInMemory();
  private final Node node = new Node(new Label("node-01"));
  private final PowerOperation release =
      PowerOperation.release(
          node, new PowerOperation.Request("pat", NOW, Optional.empty(), Optional.empty()));

  static IntStream transactions() {
    return IntStream.range(0, TRANSACTIONS);
  }

  static IntStream commands() {
    return IntStream.range(0, COMMANDS);
  }

  @Test
  void release_machineIsOn_isFreeOnlyWhenSeenOff() {
    machine.state = PowerState.ON;
    run(NOW);
    assertThat(machine.log).containsExactly("OFF", "read", "close");
    assertThat(releases.log)
        .containsExactly("consoles", "told of off", "power", "boot", "ports", "free");
    assertThat(releases.seenAtTheEnd).contains(PowerState.OFF);
  }

  @Test
  void release_machineStaysOn_isNotFree() {
    machine.state = PowerState.ON;
    machine.ignoresPower = true;
    run(NOW);
    run(NOW.plus(SETTLE).plusSeconds(1));
    assertThat(releases.log).containsExactly("consoles");
    assertThat(store.log).last().asString().startsWith("failed The BMC took the command");
  }

  @Test
  void release_consoleIsOpen_isNotFreeAndTheMachineNotTouched() {
    releases.consoleOpen = true;
    run(NOW);
    assertThat(machine.log).isEmpty();
    assertThat(releases.log).containsExactly("waits for consoles");
  }

  @Test
  void release_bootDeviceWasChosen_isTakenBack() {
    releases.bootChosen = true;
    run(NOW);
    assertThat(machine.commands()).containsExactly("OFF", "NONE");
    assertThat(releases.log).endsWith("free");
  }

  @Test
  void release_nothingOfThePower_isFreeWithoutTheController() {
    releases.plan = List.of(ReleaseStep.CONSOLES, ReleaseStep.FREE);
    run(NOW);
    assertThat(machine.log).isEmpty();
    assertThat(releases.log).containsExactly("consoles", "free");
  }

  @Test
  void release_portIsNotRead_isNotFreeUntilItIs() {
    releases.portsRead = false;
    run(NOW);
    assertThat(releases.log).endsWith("boot", "waits for ports");
    releases.portsRead = true;
    run(NOW.plusSeconds(1));
    assertThat(releases.log).endsWith("ports", "free");
  }

  @Test
  void release_switchedOnWhileItWaited_isSwitchedOffBeforeItIsFree() {
    releases.portsRead = false;
    run(NOW);
    machine.state = PowerState.ON;
    releases.portsRead = true;
    run(NOW.plusSeconds(1));
    assertThat(releases.log).doesNotContain("free");
    run(NOW.plus(SETTLE).plusSeconds(1)); // it was told once, and is not so: that is a failure
    run(NOW.plus(SETTLE).plusSeconds(2));
    assertThat(machine.commands()).containsExactly("OFF", "OFF");
    assertThat(releases.log).endsWith("free");
    assertThat(releases.seenAtTheEnd).contains(PowerState.OFF);
  }

  @Test
  void release_somethingComesToAPortMeanwhile_isReadAgain() {
    releases.portsCarry = true;
    run(NOW);
    assertThat(releases.log).doesNotContain("free");
    releases.portsCarry = false;
    run(NOW.plusSeconds(1));
    assertThat(releases.log).endsWith("ports", "ports", "free");
  }

  @Test
  void release_poolAwaitsIt_isHandedOverAndNotFree() {
    releases.plan = List.of(ReleaseStep.CONSOLES, ReleaseStep.POWER, ReleaseStep.MAINTENANCE);
    run(NOW);
    assertThat(releases.log).endsWith("power", "maintenance");
  }

  @Test
  void release_takenBackMeanwhile_doesNothingMore() {
    releases.takenBack = true;
    run(NOW);
    assertThat(machine.log).isEmpty();
    assertThat(releases.log).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("transactions")
  void release_killedBeforeAnyTransaction_endsFreeAndOff(int transaction) {
    machine.state = PowerState.ON;
    releases.bootChosen = true;
    releases.crashBefore(transaction);
    assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> run(NOW));
    assertThat(releases.log).doesNotContain("free");
    release.untold(); // what was not written down is forgotten
    run(NOW.plusSeconds(1));
    assertThat(machine.state).isEqualTo(PowerState.OFF);
    assertThat(releases.log).endsWith("free").containsOnlyOnce("consoles", "power", "boot");
    assertThat(releases.seenAtTheEnd).contains(PowerState.OFF);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void release_controllerBreaksAtAnyCommand_isNotFreeAndGoesOn(int command) {
    machine.state = PowerState.ON;
    releases.bootChosen = true;
    machine.failAt(command, Kind.UNREACHABLE, "No answer.");
    run(NOW);
    assertThat(store.log).containsExactly("failed No answer.");
    assertThat(releases.log).doesNotContain("free");
    run(NOW.plusSeconds(1));
    assertThat(machine.state).isEqualTo(PowerState.OFF);
    assertThat(releases.log).endsWith("free");
  }

  private void run(Instant now) {
    Claim claim = Claims.on(QueueId.ofNode(1));
    VisitedMachine visited =
        new VisitedMachine(
            claim,
            store,
            () -> machine,
            new VisitedMachine.Patience(SETTLE, SETTLE, Duration.ofMillis(1)),
            Clock.fixed(now, ZoneOffset.UTC));
    try (PowerVisit visit =
        new PowerVisit(claim, store, visited, new ReleaseVisit(claim, releases, visited))) {
      visit.run(List.of(release));
    }
  }
}
