package org.haas.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haas.network.Rack.carrying;
import static org.haas.network.Rack.portName;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.haas.spi.DriverException.Kind;
import org.haas.spi.PortConfig;
import org.haas.spi.VlanId;
import org.haas.switches.PortRole;
import org.haas.switches.SwitchOperation;
import org.junit.jupiter.api.Test;

/** What a visit does besides connecting: checks, forgotten VLANs and trunks. */
class SwitchVisitUpkeepTest extends VisitTest {
  @Test
  void run_check_isOneSliceEachTimeAndLetsOthersPass() {
    for (long port = 1; port <= SwitchCheck.SLICE + 1; port++) {
      ledger.want(port, PortConfig.PARKED);
    }
    hardware.running.put(portName(2), carrying(666));
    SwitchOperation check = rack.check();
    visit.run(List.of(check));
    assertThat(checks.seen).hasSize(SwitchCheck.SLICE);
    ledger.want(1, carrying(100));
    visit.run(List.of(check, rack.modify(1)));
    assertThat(ledger.done).hasSize(1);
    assertThat(checks.finished).isEmpty();
    assertThat(checks.seen).hasSize(SwitchCheck.SLICE + 1);
    visit.run(List.of(check));
    assertThat(checks.finished).containsExactly(check);
    assertThat(checks.seen)
        .filteredOn(seen -> seen.wrong().isPresent())
        .extracting(seen -> seen.wrong().orElseThrow())
        .containsExactly("port p2 is 'native 666', not 'parked'");
    assertThat(log).noneMatch(line -> line.startsWith("write p2"));
  }

  @Test
  void run_checkOfAPortThatIsGone_tellsOfItAndReadsTheOthers() {
    ledger.want(1, PortConfig.PARKED);
    ledger.want(2, PortConfig.PARKED);
    hardware.refusing.add(portName(1));
    SwitchOperation check = rack.check();
    visit.run(List.of(check));
    assertThat(checks.seen)
        .extracting(seen -> seen.read().isPresent())
        .containsExactly(false, true);
    assertThat(checks.seen.get(0).wrong()).contains("Switch tor-1 refuses port p1.");
    assertThat(ledger.failures).isEmpty();
  }

  @Test
  void run_checkOfATrunk_looksForThePool() {
    ledger.want(1, PortRole.PRESET, false, PortConfig.PARKED);
    visit.run(List.of(rack.check()));
    assertThat(checks.seen.get(0).wrong())
        .hasValueSatisfying(words -> assertThat(words).contains("3 are missing"));
  }

  @Test
  void run_checkWhileNotSaved_savesFirst() {
    ledger.upkeep.dirty = true;
    ledger.want(1, PortConfig.PARKED);
    visit.run(List.of(rack.check()));
    assertThat(log).containsExactly("open", "save", "read p1");
  }

  @Test
  void run_checkWithoutPorts_logsInForWhoAskedForIt() {
    visit.run(List.of(rack.check()));
    assertThat(log).isEmpty();
    visit.run(List.of(rack.check("admin")));
    assertThat(log).containsExactly("open");
    assertThat(checks.finished).hasSize(2);
  }

  @Test
  void run_checkWithoutPortsThatIsNotLetIn_fails() {
    hardware.failures.put("open", SwitchInMemory.failure(Kind.REFUSED));
    SwitchOperation check = rack.check("admin");
    visit.run(List.of(check));
    assertThat(ledger.failures).containsOnlyKeys(check);
    assertThat(checks.finished).isEmpty();
  }

  @Test
  void run_checkOfASwitchThatIsAway_fails() {
    ledger.want(1, PortConfig.PARKED);
    hardware.failures.put("read", SwitchInMemory.failure(Kind.UNREACHABLE));
    SwitchOperation check = rack.check();
    visit.run(List.of(check));
    assertThat(ledger.failures).containsOnlyKeys(check);
    assertThat(checks.seen).isEmpty();
  }

  @Test
  void run_retireOfAVlanThatAPortCarries_isRefused() {
    ledger.want(1, carrying(100));
    hardware.running.put(portName(1), carrying(100));
    SwitchOperation retire = rack.retire(100);
    visit.run(List.of(retire));
    assertThat(ledger.failures)
        .isEqualTo(Map.of(retire, List.of("Switch tor-1: port p1 still carries VLAN 100.")));
    assertThat(log).containsExactly("open", "read p1");
  }

  @Test
  void run_retireOfAVlanThatNoPortCarries_isForgotten() {
    ledger.want(1, carrying(101));
    hardware.running.put(portName(1), carrying(101));
    visit.run(List.of(rack.retire(100)));
    assertThat(log)
        .containsExactly("open", "read p1", "remember []", "retire [100]", "save", "forgotten 100");
  }

  @Test
  void run_trunkThatCarriesThePool_isNeverWritten() {
    ledger.want(1, PortRole.PRESET, true, PortConfig.PARKED);
    hardware.running.put(portName(1), PortConfig.EVERYTHING);
    visit.run(List.of(rack.modify(1)));
    assertThat(log).containsExactly("open", "read p1");
    assertThat(ledger.done).hasSize(1);
  }

  @Test
  void run_trunkWithoutAVlanOfThePool_isRefused() {
    ledger.want(1, PortRole.PRESET, true, PortConfig.PARKED);
    hardware.running.put(portName(1), PortConfig.PARKED);
    SwitchOperation read = rack.modify(1);
    visit.run(List.of(read));
    assertThat(ledger.failures.get(read)).singleElement().asString().contains("3 are missing");
    assertThat(log).noneMatch(line -> line.startsWith("write"));
  }

  @Test
  void run_trunkWithAParkingVlan_isRefused() {
    ledger.want(1, PortRole.PRESET, true, PortConfig.PARKED);
    hardware.running.put(portName(1), PortConfig.EVERYTHING);
    hardware.reserved = Set.of(new VlanId(4000));
    SwitchOperation read = rack.modify(1);
    visit.run(List.of(read));
    assertThat(ledger.failures.get(read)).singleElement().asString().contains("VLAN 4000");
  }
}
