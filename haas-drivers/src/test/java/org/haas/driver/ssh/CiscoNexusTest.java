package org.haas.driver.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.haas.spi.DriverException;
import org.haas.spi.DriverException.Kind;
import org.haas.spi.PortChange;
import org.haas.spi.PortConfig;
import org.haas.spi.PortName;
import org.haas.spi.SwitchDriver.SwitchSession;
import org.haas.spi.VlanId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CiscoNexusTest {
  private static final PortName P1 = new PortName("Ethernet1/1");
  private static final PortName P2 = new PortName("Ethernet1/2");

  private final SwitchLab lab = new SwitchLab("nexus");

  @AfterEach
  void stop() {
    lab.close();
  }

  @Test
  void render_parkedToNativeAndTagged_isTheseLines() {
    assertThat(render(PortConfig.PARKED, config(100, 101)))
        .containsExactly(
            "interface Ethernet1/1",
            "shutdown",
            "exit",
            "vlan 100-101",
            "state active",
            "no shutdown",
            "exit",
            "interface Ethernet1/1",
            "switchport",
            "switchport mode trunk",
            "spanning-tree port type edge trunk",
            "no switchport trunk native vlan",
            "switchport trunk allowed vlan 101",
            "switchport trunk native vlan 100",
            "switchport trunk allowed vlan add 100",
            "no shutdown",
            "exit");
  }

  @Test
  void render_park_shutsAndAllowsNone() {
    assertThat(render(config(100), PortConfig.PARKED))
        .startsWith("interface Ethernet1/1", "shutdown")
        .endsWith("switchport trunk allowed vlan none", "exit")
        .doesNotContain("no shutdown");
  }

  @Test
  void render_oneMoreTagged_leavesTheRestAlone() {
    assertThat(render(config(100, 101), config(100, 101, 103)))
        .containsExactly(
            "vlan 103",
            "state active",
            "no shutdown",
            "exit",
            "interface Ethernet1/1",
            "switchport trunk allowed vlan add 103",
            "exit");
  }

  @Test
  void render_nativeGoes_getsAnIdOfItsOwn() {
    assertThat(render(config(100, 101), config(0, 101)))
        .containsExactly(
            "interface Ethernet1/1",
            "switchport trunk allowed vlan remove 100",
            "switchport trunk native vlan OWN",
            "exit");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "switchport mode access;switchport access vlan 101",
        "no switchport",
        "switchport mode trunk;switchport trunk allowed vlan none;no shutdown",
        "switchport mode trunk;switchport trunk allowed vlan 101;shutdown",
        "switchport mode access;switchport trunk allowed vlan none;shutdown"
      })
  void read_stateThatHaasNeverWrites_isEverything(String lines) {
    configure(P1, lines);

    assertThat(read(P1)).isEqualTo(PortConfig.EVERYTHING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "switchport trunk native vlan 101;switchport trunk allowed vlan 101,105",
        "switchport trunk native vlan 101;switchport trunk allowed vlan 101,106",
        "switchport trunk native vlan 1;switchport trunk allowed vlan 101",
        "switchport trunk native vlan 102;switchport trunk allowed vlan 101",
        "switchport trunk native vlan 3801;switchport trunk allowed vlan 101",
        "switchport trunk native vlan 3802;switchport trunk allowed vlan 101"
      })
  void read_vlanThatIsNotThereOrNativeThatIs_isInexactAndWrittenAnew(String lines) {
    lab.device().configure("vlan 101,106,3801", "vlan 106", "state suspend");
    configure(P2, "switchport mode trunk;switchport trunk native vlan 3802");
    configure(P1, "switchport mode trunk;" + lines);
    PortConfig read = read(P1);

    assertThat(read.isExact()).isFalse();
    assertThat(read.carries(new VlanId(101))).isTrue();
    assertThat(read).isNotEqualTo(PortConfig.EVERYTHING);
    apply(new PortChange(P1, read, config(0, 101)));
    assertThat(read(P1)).isEqualTo(config(0, 101));
  }

  @Test
  void read_uplinkWithVlansThatAreNotCreatedYet_hasItsWholeList() {
    configure(P1, "switchport mode trunk;switchport trunk allowed vlan 100-200,300");

    assertThat(read(P1).tagged()).hasSize(103).contains(new VlanId(150), new VlanId(300));
  }

  @Test
  void apply_vlanThatAnotherPortWasWronglyAllowed_doesNotComeToLifeThere() {
    lab.device().configure("vlan 101");
    configure(P2, "switchport mode trunk;switchport trunk native vlan 3900");
    configure(P2, "switchport trunk allowed vlan 101,105");
    List<PortConfig> seen = new ArrayList<>();
    try (SwitchSession session =
        lab.driver().open(lab.claimed(() -> seen.add(lab.carried().get(P2))))) {
      PortConfig read = session.read(List.of(P2)).get(P2);
      session.apply(
          List.of(
              new PortChange(P1, PortConfig.EVERYTHING, config(105)),
              new PortChange(P2, read, config(0, 101))));
    }
    assertThat(seen).isNotEmpty().noneMatch(config -> config.carries(new VlanId(105)));
    assertThat(lab.carried().get(P2)).isEqualTo(config(0, 101));
  }

  @Test
  void apply_listLongerThanALine_isExact() {
    int[] odd = IntStream.range(0, 100).map(i -> 101 + 2 * i).toArray();
    apply(new PortChange(P1, PortConfig.EVERYTHING, config(100, odd)));

    assertThat(lab.carried().get(P1)).isEqualTo(config(100, odd));
  }

  @Test
  void apply_taggedOnlyPorts_neverShareTheirIds() {
    List<PortChange> changes =
        lab.ports().stream()
            .map(port -> new PortChange(port, PortConfig.EVERYTHING, config(0, 101)))
            .toList();
    apply(changes.toArray(PortChange[]::new));

    assertThat(lab.faults()).isEmpty();
    assertThat(lab.device().vlans()).containsExactly(1, 101);
    assertThat(lab.carried().values()).containsOnly(config(0, 101));
  }

  @Test
  void apply_sameChangeOfManyPorts_asksForAllOfThemAtOnce() {
    PortChange[] changes =
        lab.ports().stream()
            .map(port -> new PortChange(port, PortConfig.EVERYTHING, config(100, 101)))
            .toArray(PortChange[]::new);
    long before = lab.linesHeard();

    apply(changes);

    assertThat(lab.carried().values()).hasSize(24).containsOnly(config(100, 101));
    assertThat(lab.linesHeard() - before).isLessThan(50);
  }

  @Test
  void read_manyPorts_asksForThemAtOnceAndForStrangersAlone() {
    configure(P1, "switchport mode trunk;switchport trunk allowed vlan none;shutdown");
    long before = lab.linesHeard();
    try (SwitchSession session = lab.driver().open(lab.endpoint())) {
      assertThat(session.read(lab.ports()))
          .hasSize(24)
          .containsEntry(P1, PortConfig.PARKED)
          .containsEntry(P2, PortConfig.EVERYTHING);
      assertThat(lab.linesHeard() - before).isLessThan(8);

      PortName stranger = lab.unknownPort();
      assertThat(failure(() -> session.read(List.of(P1, P2, stranger))))
          .hasMessageContaining("show running-config interface " + stranger + " all");
      assertThat(session.read(List.of(P1, P2)).get(P1)).isEqualTo(PortConfig.PARKED);
    }
  }

  @Test
  void apply_oneOfManyPortsRefuses_isRefusedAndTheOthersCanBeChangedAlone() {
    lab.device().refuse(P2, true);
    try (SwitchSession session = lab.driver().open(lab.endpoint())) {
      List<PortChange> changes =
          lab.ports().stream()
              .map(port -> new PortChange(port, PortConfig.EVERYTHING, config(100)))
              .toList();

      DriverException refused = failure(() -> session.apply(changes));
      changes.stream()
          .filter(change -> !change.port().equals(P2))
          .forEach(change -> session.apply(List.of(change)));

      assertThat(refused.kind()).isEqualTo(Kind.REFUSED);
      assertThat(refused).hasMessageContaining("Ethernet1/2: requested config change not allowed");
      assertThat(session.read(List.of(P1)).get(P1)).isEqualTo(config(100));
      assertThat(lab.carried().get(P2)).isNotEqualTo(config(100));
    }
  }

  @Test
  void apply_onePortRefuses_saysWhatItRefusedAndTheSessionGoesOn() {
    lab.device().refuse(P1, true);
    try (SwitchSession session = lab.driver().open(lab.endpoint())) {
      PortChange culprit = new PortChange(P1, PortConfig.EVERYTHING, config(101));
      PortChange innocent = new PortChange(P2, PortConfig.EVERYTHING, config(102));

      DriverException refused = failure(() -> session.apply(List.of(culprit, innocent)));
      assertThat(refused.kind()).isEqualTo(Kind.REFUSED);
      assertThat(refused)
          .hasMessageContaining("Switch nexus1 refused 'shutdown'")
          .hasMessageContaining("Ethernet1/1: requested config change not allowed");
      session.apply(List.of(innocent));
      assertThat(session.read(List.of(P2)).get(P2)).isEqualTo(config(102));
    }
  }

  @Test
  void apply_idThatTheDriverKeeps_isRefused() {
    assertThat(failure(() -> apply(new PortChange(P1, PortConfig.PARKED, config(3801)))))
        .hasMessageContaining("keeps the VLANs of native 3801 for itself");
    assertThat(lab.driver().reserved()).contains(new VlanId(3800), new VlanId(4094)).hasSize(295);
  }

  @Test
  void retire_vlans_deletesThoseThatAreThere() {
    lab.device().configure("vlan 101-103");
    try (SwitchSession session = lab.driver().open(lab.endpoint())) {
      session.retire(Set.of(new VlanId(102), new VlanId(140)));
    }
    assertThat(lab.device().vlans()).containsExactly(1, 101, 103);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gi1/0/5", "Ethernet1", "Ethernet1/1/1/1", "mgmt0", "po1"})
  void validate_otherForm_isRefused(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> lab.driver().validate(new PortName(name)))
        .withMessageContaining("Ethernet1/12");
  }

  private void configure(PortName port, String lines) {
    lab.device().configure(("interface " + port + ";" + lines).split(";"));
  }

  private List<String> render(PortConfig read, PortConfig desired) {
    return lab.driver().render(new PortChange(P1, read, desired));
  }

  private PortConfig read(PortName port) {
    try (SwitchSession session = lab.driver().open(lab.endpoint())) {
      return session.read(List.of(port)).get(port);
    }
  }

  private void apply(PortChange... changes) {
    try (SwitchSession session = lab.driver().open(lab.endpoint())) {
      session.apply(List.of(changes));
    }
  }

  /** With a native VLAN unless that is 0. */
  static PortConfig config(int untagged, int... tagged) {
    TreeSet<VlanId> vlans = new TreeSet<>();
    IntStream.of(tagged).forEach(id -> vlans.add(new VlanId(id)));
    return new PortConfig(
        untagged == 0 ? Optional.empty() : Optional.of(new VlanId(untagged)), vlans);
  }

  static DriverException failure(ThrowingCallable action) {
    return catchThrowableOfType(DriverException.class, action);
  }
}
