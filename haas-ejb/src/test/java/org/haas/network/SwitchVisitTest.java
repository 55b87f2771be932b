package org.haas.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.haas.network.Rack.carrying;
import static org.haas.network.Rack.portName;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.haas.spi.Channel;
import org.haas.spi.DriverException.Kind;
import org.haas.spi.PortConfig;
import org.haas.spi.VlanId;
import org.haas.switches.PortRole;
import org.haas.switches.SwitchOperation;
import org.junit.jupiter.api.Test;

class SwitchVisitTest extends VisitTest {
  @Test
  void run_manyOperationsOnManyPorts_isOneVisit() {
    ledger.want(1, carrying(100));
    ledger.want(2, carrying(101));
    List<SwitchOperation> due = List.of(rack.modify(1), rack.modify(2), rack.modify(1));
    visit.run(due);
    assertThat(log)
        .containsExactly(
            "open",
            "read p1 p2",
            "remember [100, 101]",
            "write p1: native 100",
            "write p2: native 101",
            "read p1 p2",
            "save");
    assertThat(ledger.done).containsExactlyInAnyOrderElementsOf(due);
    assertThat(ledger.settled).isEqualTo(Map.of(1L, carrying(100), 2L, carrying(101)));
  }

  @Test
  void run_alreadyAsWanted_isSavedWithoutALine() {
    ledger.want(1, carrying(100));
    hardware.running.put(portName(1), carrying(100));
    visit.run(List.of(rack.modify(1)));
    assertThat(log).containsExactly("open", "read p1", "remember [100]", "save");
    assertThat(ledger.done).hasSize(1);
  }

  @Test
  void run_newPortThatCarriesExactlyWhatItShall_isNotCutOff() {
    ledger.want(1, PortRole.EDGE, true, carrying(100));
    hardware.running.put(portName(1), carrying(100));
    visit.run(List.of(rack.modify(1)));
    assertThat(log).containsExactly("open", "read p1", "remember [100]", "save");
    assertThat(ledger.settled).isEqualTo(Map.of(1L, carrying(100)));
  }

  @Test
  void run_newPortThatCarriesMoreThanItShall_isParkedFirst() {
    PortConfig more = carrying(100).with(Channel.tagged(new VlanId(101)), new VlanId(101));
    ledger.want(1, PortRole.EDGE, true, carrying(100));
    hardware.running.put(portName(1), more);
    visit.run(List.of(rack.modify(1)));
    assertThat(log).contains("write p1: parked");
  }

  @Test
  void run_newPort_isParkedBeforeAnythingComesOnIt() {
    ledger.want(1, PortRole.EDGE, true, carrying(100));
    hardware.running.put(portName(1), PortConfig.EVERYTHING);
    visit.run(List.of(rack.modify(1)));
    assertThat(log)
        .containsExactly(
            "open",
            "read p1",
            "remember []",
            "write p1: parked",
            "read p1",
            "remember [100]",
            "write p1: native 100",
            "read p1",
            "save");
  }

  @Test
  void run_newPortThatStaysOpen_isRefusedBeforeAnythingComesOnIt() {
    ledger.want(1, PortRole.EDGE, true, carrying(100));
    hardware.running.put(portName(1), PortConfig.EVERYTHING);
    hardware.deaf.add(portName(1));
    SwitchOperation connect = rack.modify(1);
    visit.run(List.of(connect));
    assertThat(log).noneMatch(line -> line.startsWith("write p1: native"));
    assertThat(ledger.failures.get(connect))
        .singleElement()
        .asString()
        .contains("could not be parked");
  }

  @Test
  void run_oneRefusedPort_savesWhatItMayHaveTaken() {
    ledger.want(1, carrying(100));
    hardware.failures.put("write", SwitchInMemory.failure(Kind.REFUSED));
    visit.run(List.of(rack.modify(1)));
    assertThat(ledger.failures).hasSize(1);
    assertThat(log).endsWith("write p1: native 100", "save");
    assertThat(ledger.upkeep.dirty).isFalse();
  }

  @Test
  void run_manyPorts_savesAtLatestAfterASlice() {
    List<SwitchOperation> due = new ArrayList<>();
    for (long port = 1; port <= SwitchCheck.SLICE + 1; port++) {
      ledger.want(port, carrying(100));
      due.add(rack.modify(port));
    }
    visit.run(due);
    assertThat(log).filteredOn("save"::equals).hasSize(2);
    assertThat(ledger.done).hasSize(SwitchCheck.SLICE + 1);
  }

  @Test
  void run_onePortRefuses_failsOnlyItsOperation() {
    for (long port = 1; port <= 3; port++) {
      ledger.want(port, carrying(100));
    }
    hardware.refusing.add(portName(2));
    SwitchOperation bad = rack.modify(2);
    List<SwitchOperation> good = List.of(rack.modify(1), rack.modify(3));
    visit.run(List.of(good.get(0), bad, good.get(1)));
    assertThat(ledger.done).containsExactlyElementsOf(good);
    assertThat(ledger.failures).isEqualTo(Map.of(bad, List.of("Switch tor-1 refuses port p2.")));
    assertThat(ledger.upkeep.dirty).isFalse();
  }

  @Test
  void run_readBackDiffers_failsWithWhatWasRead() {
    ledger.want(1, carrying(100));
    ledger.want(2, carrying(100));
    hardware.deaf.add(portName(1));
    SwitchOperation bad = rack.modify(1);
    SwitchOperation good = rack.modify(2);
    visit.run(List.of(bad, good));
    assertThat(ledger.done).containsExactly(good);
    assertThat(ledger.failures)
        .isEqualTo(
            Map.of(
                bad,
                List.of("Switch tor-1: port p1 is 'parked' when read back, not 'native 100'.")));
  }

  @Test
  void run_unreachable_failsEachOperationOnce() {
    List<SwitchOperation> due = threeOperations();
    hardware.failures.put("read", SwitchInMemory.failure(Kind.UNREACHABLE));
    visit.run(due);
    assertFailedOnce(due);
    assertThat(log).containsExactly("open", "read p1 p2", "close");
  }

  @Test
  void run_loginRefused_failsEachOperationOnceAndTriesOnce() {
    List<SwitchOperation> due = threeOperations();
    hardware.failures.put("open", SwitchInMemory.failure(Kind.REFUSED));
    visit.run(due);
    assertFailedOnce(due);
    assertThat(log).containsExactly("open");
  }

  @Test
  void run_hostKeyChanged_failsEachOperationOnceAndSendsNothing() {
    List<SwitchOperation> due = threeOperations();
    hardware.failures.put("open", SwitchInMemory.failure(Kind.HOST_KEY_CHANGED));
    visit.run(due);
    assertFailedOnce(due);
    assertThat(log).containsExactly("open");
  }

  @Test
  void run_deadline_leavesOperationsOpen() {
    List<SwitchOperation> due = threeOperations();
    hardware.failures.put("write", SwitchInMemory.failure(Kind.DEADLINE));
    visit.run(due);
    assertThat(ledger.done).isEmpty();
    assertThat(ledger.failures).isEmpty();
    assertThat(log).last().isEqualTo("close");
  }

  @Test
  void run_afterItBroke_logsInAgain() {
    ledger.want(1, carrying(100));
    hardware.failures.put("write", SwitchInMemory.failure(Kind.UNREACHABLE));
    visit.run(List.of(rack.modify(1)));
    hardware.failures.clear();
    visit.run(List.of(rack.modify(1)));
    assertThat(ledger.done).hasSize(1);
    assertThat(hardware.running).containsEntry(portName(1), carrying(100));
    assertThat(log).filteredOn("open"::equals).hasSize(2);
  }

  @Test
  void run_killedBetweenWriteAndSave_savesNextTime() {
    ledger.want(1, carrying(100));
    hardware.failures.put("save", new IllegalStateException("killed"));
    assertThatIllegalStateException().isThrownBy(() -> visit.run(List.of(rack.modify(1))));
    assertThat(ledger.done).isEmpty();
    hardware.failures.clear();
    log.clear();
    visit().run(List.of(rack.modify(1)));
    assertThat(log).containsExactly("open", "read p1", "remember [100]", "save");
    assertThat(ledger.done).hasSize(1);
    assertThat(ledger.upkeep.dirty).isFalse();
  }

  @Test
  void run_switchChanged_logsInAgain() {
    ledger.want(1, carrying(100));
    visit.run(List.of(rack.modify(1)));
    visit.run(List.of(rack.modify(1)));
    assertThat(log).filteredOn("open"::equals).hasSize(1);
    version = 2;
    visit.run(List.of(rack.modify(1)));
    assertThat(log).endsWith("close", "open", "read p1", "remember [100]", "save");
  }

  @Test
  void run_detachAndRetireTogether_takesTheVlanOffFirst() {
    ledger.want(1, PortConfig.PARKED);
    hardware.running.put(portName(1), carrying(100));
    visit.run(List.of(rack.retire(100), rack.modify(1)));
    assertThat(log)
        .endsWith(
            "write p1: parked",
            "read p1",
            "save",
            "read p1",
            "remember []",
            "retire [100]",
            "save",
            "forgotten 100");
    assertThat(ledger.done).hasSize(2);
  }

  @Test
  void close_whileLoggedIn_logsOut() {
    ledger.want(1, PortConfig.PARKED);
    visit.run(List.of(rack.modify(1)));
    visit.close();
    visit.close();
    assertThat(log).containsExactly("open", "read p1", "remember []", "save", "close");
  }

  private List<SwitchOperation> threeOperations() {
    ledger.want(1, carrying(100));
    ledger.want(2, carrying(101));
    return List.of(rack.modify(1), rack.modify(2), rack.retire(102));
  }

  private void assertFailedOnce(List<SwitchOperation> due) {
    assertThat(ledger.done).isEmpty();
    assertThat(ledger.failures.keySet()).containsExactlyInAnyOrderElementsOf(due);
    assertThat(ledger.failures.values()).allSatisfy(words -> assertThat(words).hasSize(1));
  }
}
