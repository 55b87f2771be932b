package org.haas.headnode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.haas.headnode.WorkInMemory.MAC;
import static org.haas.headnode.WorkInMemory.VM;
import static org.haas.headnode.WorkInMemory.vlan;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.haas.operation.Claims;
import org.haas.operation.QueueId;
import org.haas.project.Project;
import org.haas.spi.DriverException;
import org.haas.spi.DriverException.Kind;
import org.haas.spi.Label;
import org.haas.spi.VmId;
import org.haas.spi.VmNic;
import org.haas.spi.VmState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HeadnodeVisitTest {
  private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");
  private static final Duration START = Duration.ofMinutes(1);
  private static final int MOST_COMMANDS = 6;

  private final HostInMemory host = new HostInMemory();
  private final WorkInMemory store = new WorkInMemory();
  private boolean mayClean = true;

  static IntStream commands() {
    return IntStream.range(0, MOST_COMMANDS);
  }

  @Test
  void create_withStart_doesEachStepOnceAndIsReadBack() {
    store.wanted = Optional.of(vlan(101));
    create();
    assertThat(host.log).containsExactly("images", "disk", "seed", "define", "start", "close");
    assertThat(host.machines.get(VM).nics()).containsExactly(VmNic.on(MAC, vlan(101)));
    assertThat(host.state(VM)).isEqualTo(VmState.RUNNING);
    assertThat(store.settled).isTrue();
    assertThat(store.log).containsExactly("finished");
  }

  @Test
  void create_networkIsCarried_onlyAfterThatWasWrittenDown() {
    store.wanted = Optional.of(vlan(101));
    host.crashBefore(3);
    assertThatExceptionOfType(IllegalStateException.class).isThrownBy(this::create);
    assertThat(host.machines).isEmpty();
    assertThat(store.carried).contains(vlan(101));
    assertThat(store.settled).isFalse();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void create_killedBeforeAnyCommand_endsWithOneMachine(int command) {
    store.wanted = Optional.of(vlan(101));
    host.crashBefore(command);
    try {
      create();
    } catch (IllegalStateException killed) {
      assertThat(killed).hasMessage("killed");
    }
    host.crashBefore(-1);
    create();
    assertThat(host.found()).containsOnlyKeys(VM);
    assertThat(host.log.stream().filter("start"::equals)).hasSize(1);
    assertThat(store.log).endsWith("finished");
  }

  @Test
  void create_imageIsGone_failsWithItsName() {
    host.images.clear();
    create();
    assertThat(store.log).containsExactly("failed The hypervisor has no image tiny any more.");
    assertThat(host.disks).isEmpty();
  }

  @Test
  void create_nicsAreNotAsWrittenWhenReadBack_fails() {
    store.wanted = Optional.of(vlan(101));
    host.ignoresNics = true;
    create();
    assertThat(store.done).doesNotContain(HeadnodeStep.DEFINE);
    assertThat(store.settled).isFalse();
    assertThat(store.log.get(0)).startsWith("failed").contains("not as wanted when read back");
  }

  @Test
  void create_takenBackMeanwhile_doesNothingMore() {
    store.dropped = true;
    create();
    assertThat(host.log).isEmpty();
    assertThat(store.log).isEmpty();
  }

  @Test
  void start_machineRunsAlready_isNotMadeAnew() {
    create();
    host.log.clear();
    store.done.clear();
    store.plan = steps(HeadnodeAction.START);
    run(operation(HeadnodeAction.START));
    assertThat(host.log).containsExactly("start", "close");
    assertThat(store.log).endsWith("finished");
  }

  @Test
  void start_machineDoesNotRun_goesOnThenIsRefused() {
    create();
    host.states.put(VM, VmState.STOPPED);
    host.ignoresPower = true;
    store.done.clear();
    store.plan = steps(HeadnodeAction.START);
    HeadnodeOperation start = operation(HeadnodeAction.START);
    run(start);
    assertThat(store.log).endsWith("goes on");
    start.told(NOW.minus(START).minusMillis(1));
    run(start);
    assertThat(store.log.get(store.log.size() - 1))
        .startsWith("refused The headnode is still STOPPED after 60 s");
    assertThat(store.done).doesNotContain(HeadnodeStep.UP);
  }

  @Test
  void delete_somethingIsLeft_isNotFinished() {
    create();
    store.done.clear();
    host.keepsDisks = true;
    store.plan = steps(HeadnodeAction.DELETE);
    run(operation(HeadnodeAction.DELETE));
    assertThat(store.log)
        .endsWith("failed Something of the headnode is still there after it was removed.");
    host.keepsDisks = false;
    store.done.clear();
    run(operation(HeadnodeAction.DELETE));
    assertThat(host.found()).isEmpty();
    assertThat(store.log).endsWith("finished");
  }

  @Test
  void plug_fromOneNetworkToAnother_isReadOffBetween() {
    store.wanted = Optional.of(vlan(101));
    create();
    host.log.clear();
    store.wanted = Optional.of(vlan(102));
    run(plugging());
    assertThat(host.log).containsExactly("plug " + MAC + " off", "plug " + MAC + " 102", "close");
    assertThat(store.log).endsWith("released", "plugged");
    assertThat(store.carried).contains(vlan(102));
  }

  @Test
  void plug_offIsNotReadBack_staysCarried() {
    store.wanted = Optional.of(vlan(101));
    create();
    host.ignoresNics = true;
    store.wanted = Optional.empty();
    run(plugging());
    assertThat(store.carried).contains(vlan(101));
    assertThat(store.log.get(store.log.size() - 1)).startsWith("failed");
  }

  @Test
  void plug_machineIsNotThere_carriesNothing() {
    store.wanted = Optional.of(vlan(101));
    store.carried = Optional.of(vlan(102));
    run(plugging());
    assertThat(host.log).containsExactly("close");
    assertThat(store.carried).isEmpty();
    assertThat(store.log).containsExactly("released", "plugged");
  }

  @Test
  void run_hostIsAway_isAskedOnceForAll() {
    host.failure = Optional.of(new DriverException(Kind.UNREACHABLE, "It is away."));
    store.plan = steps(HeadnodeAction.CREATE);
    run(operation(HeadnodeAction.CREATE), operation(HeadnodeAction.CREATE));
    assertThat(store.log).containsExactly("failed It is away.", "failed It is away.");
    assertThat(host.log).containsExactly("close");
  }

  @Test
  void check_leftBehind_isRemovedUnlessOnlyObserving() {
    create();
    VmId left = VmId.random();
    host.disks.add(left);
    mayClean = false;
    run(check());
    assertThat(host.disks).contains(left, VM);
    mayClean = true;
    run(check());
    assertThat(host.disks).containsExactly(VM);
    assertThat(store.seen.states()).containsEntry(VM, VmState.RUNNING);
    assertThat(store.seen.found()).contains(left);
  }

  private void create() {
    store.plan = HeadnodeStore.plan(true).stream().map(HeadnodeStep::of).toList();
    run(operation(HeadnodeAction.CREATE));
  }

  private static List<HeadnodeStep> steps(HeadnodeAction action) {
    return action.steps().stream().map(HeadnodeStep::of).toList();
  }

  private static HeadnodeOperation operation(HeadnodeAction action) {
    return HeadnodeOperation.of(Examples.head(), project(), action, by());
  }

  private static HeadnodeOperation plugging() {
    Hnic nic = new Hnic(Examples.head(), new Label("eth0"), MAC, Optional.empty());
    return HeadnodeOperation.of(nic, project(), Optional.empty(), Optional.empty(), by());
  }

  private static HeadnodeOperation check() {
    return HeadnodeOperation.check(Examples.host(), by());
  }

  private static Project project() {
    return new Project(new Label("physics"));
  }

  private static HeadnodeOperation.Request by() {
    return new HeadnodeOperation.Request("curie", NOW);
  }

  private void run(HeadnodeOperation... due) {
    try (HeadnodeVisit visit =
        new HeadnodeVisit(
            Claims.on(QueueId.ofHypervisor(1)),
            store,
            () -> host,
            new HeadnodeVisit.Patience(START, START, Duration.ZERO),
            () -> mayClean,
            Clock.fixed(NOW, ZoneOffset.UTC))) {
      visit.run(List.of(due));
    }
    assertThat(Set.of(VM)).containsAll(host.machines.keySet());
  }
}
