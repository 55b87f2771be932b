package org.haas.driver.junos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.haas.driver.emulator.JunosEmulator;
import org.haas.spi.DriverException;
import org.haas.spi.DriverException.Kind;
import org.haas.spi.PortChange;
import org.haas.spi.PortConfig;
import org.haas.spi.PortName;
import org.haas.spi.SwitchDriver.SwitchSession;
import org.haas.spi.VlanId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What only Junos does: its lock, its candidate, its confirmed commit, its odd configurations. */
class JunosTest {
  private final JunosEmulator device = new JunosEmulator();
  private final PortName port = device.ports().get(0);
  private final PortName other = device.ports().get(1);
  private final List<String> sent = new ArrayList<>();

  /** Native, or 0 for none; and tagged. */
  static PortConfig config(int untagged, int... tagged) {
    NavigableSet<VlanId> vlans = new TreeSet<>();
    IntStream.of(tagged).forEach(id -> vlans.add(new VlanId(id)));
    return new PortConfig(
        untagged == 0 ? Optional.empty() : Optional.of(new VlanId(untagged)), vlans);
  }

  @Test
  void apply_brokenBeforeTheConfirmation_isTakenBackAsAWhole() {
    change(port, config(101));
    breakAtConfirmation(new PortChange(port, config(101), config(101, 102)));
    assertThat(device.carried()).containsEntry(port, config(101, 102));

    device.timeIsUp();
    assertThat(device.carried()).containsEntry(port, config(101));
  }

  @Test
  void read_afterABrokenVisit_confirmsBeforeItBelieves() {
    change(port, config(101));
    breakAtConfirmation(new PortChange(port, config(101), config(101, 102)));

    try (SwitchSession session = open()) {
      assertThat(session.read(List.of(port))).containsEntry(port, config(101, 102));
    }
    assertThat(device.isWaiting()).isFalse();
    device.timeIsUp();
    assertThat(device.carried()).containsEntry(port, config(101, 102));
  }

  @Test
  void read_nothingWaits_takesNoLock() {
    change(port, config(101));
    sent.clear();
    try (SwitchSession session = open()) {
      session.read(List.of(port));
    }
    assertThat(String.join("", sent)).doesNotContain("lock", "commit>");
  }

  @Test
  void apply_anotherTenant_carriesNothingInBetween() {
    change(port, config(101));
    Set<PortConfig> seen = new LinkedHashSet<>();
    try (SwitchSession session =
        JunosLab.direct(device, () -> true, text -> seen.add(device.carried().get(port)))) {
      session.apply(List.of(new PortChange(port, config(101), config(102))));
    }
    seen.add(device.carried().get(port));

    assertThat(seen).containsExactly(config(101), PortConfig.PARKED, config(102));
  }

  @Test
  void apply_severalPorts_isOneCommitAndItsConfirmation() {
    change(port, config(101));
    change(other, config(102));
    sent.clear();
    try (SwitchSession session = open()) {
      session.apply(
          List.of(
              new PortChange(port, config(101), config(101, 103)),
              new PortChange(other, config(102), PortConfig.PARKED)));
    }
    assertThat(sent.stream().filter(text -> text.contains("<commit>")).count()).isEqualTo(1);
    assertThat(sent.stream().filter(text -> text.contains("<commit/>")).count()).isEqualTo(1);
  }

  @Test
  void apply_portOfAnAggregate_isRefusedAndLeavesNothingBehind() {
    change(other, config(102));
    device.configure(
        """
        <interfaces><interface operation="replace"><name>ge-0/0/0</name><ether-options>
        <ieee-802.3ad><bundle>ae0</bundle></ieee-802.3ad></ether-options></interface></interfaces>
        """);
    String before = device.running();
    try (SwitchSession session = open()) {
      List<PortName> both = List.of(port, other);
      PortConfig read = session.read(both).get(port);
      assertThat(read).isEqualTo(PortConfig.EVERYTHING);
      List<PortChange> changes =
          List.of(
              new PortChange(port, config(103), config(103, 101)),
              new PortChange(other, config(102), config(102, 101)));

      assertThat(failure(() -> session.apply(changes)))
          .hasMessageContaining("part of an aggregate")
          .extracting(DriverException::kind)
          .isEqualTo(Kind.REFUSED);
      assertThat(session.read(both)).containsEntry(other, config(102));
      assertThat(device.faults()).isEmpty();
      device.lock("somebody");
      device.unlock("somebody");
    }
    assertThat(device.running()).isEqualTo(before);
  }

  @Test
  void apply_somebodyHasTheLock_isRefusedInItsWordsAndChangesNothing() {
    String before = device.running();
    device.lock("alice terminal p0");

    assertThat(failure(() -> change(port, config(101))))
        .hasMessageContaining("locked by: alice")
        .extracting(DriverException::kind)
        .isEqualTo(Kind.REFUSED);
    device.unlock("alice terminal p0");
    assertThat(device.running()).isEqualTo(before);
  }

  @Test
  void apply_somebodyLeftChangesInTheCandidate_areNeitherCommittedNorLost() {
    device.leave("<vlans><vlan><name>half</name><vlan-id>777</vlan-id></vlan></vlans>");

    assertThat(failure(() -> change(port, config(101)))).hasMessageContaining("modified");
    assertThat(device.vlans()).doesNotContain(777);
    assertThat(device.faults()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "<disable/>, everything",
    "<disable/><unit operation='delete'><name>0</name></unit>, parked",
    "<disable inactive='inactive'/><unit operation='delete'><name>0</name></unit>, everything",
    "ACCESS, everything",
    "ACCESS<vlan operation='replace'><members>red</members></vlan>END, native 101",
    "ACCESS<vlan operation='replace'><members>101</members></vlan>END, native 101",
    "TRUNK<vlan operation='replace'><members>101-102</members></vlan>END, tagged 101 102",
    "TRUNK<vlan operation='replace'><members>all</members></vlan>END, everything",
    "TRUNK<vlan operation='replace'><members>101-103</members></vlan>END, tagged 1 101 102 103",
    "TRUNK<vlan operation='delete'/>END, everything",
    "<native-vlan-id>102</native-vlan-id>TRUNK<vlan operation='replace'><members>101</members>"
        + "</vlan>END, 'native 102, tagged 1 101'",
    "<flexible-vlan-tagging/><unit><name>7</name><vlan-id>9</vlan-id></unit>, everything",
    "<unit operation='replace'><name>0</name><family><inet/></family></unit>, everything"
  })
  void read_oddConfiguration_isNeverTakenForSomethingThatIsWanted(String odd, String read) {
    device.configure(
        """
        <vlans><vlan><name>red</name><vlan-id>101</vlan-id></vlan>
        <vlan><name>blue</name><vlan-id>102</vlan-id></vlan></vlans>
        <interfaces><interface><name>ge-0/0/0</name>%s</interface></interfaces>
        """
            .formatted(
                odd.replace("'", "\"")
                    .replace("ACCESS", FAMILY + "<interface-mode>access</interface-mode>")
                    .replace("TRUNK", FAMILY + "<interface-mode>trunk</interface-mode>")
                    .replaceFirst("(access</interface-mode>)$", "$1<vlan operation=\"delete\"/>END")
                    .replace("END", "</ethernet-switching></family></unit>")));
    try (SwitchSession session = open()) {
      assertThat(session.read(List.of(port)).get(port)).hasToString(read);
    }
    change(port, config(101, 102));
    assertThat(device.carried()).containsEntry(port, config(101, 102));
  }

  private static final String FAMILY = "<unit><name>0</name><family><ethernet-switching>";

  @Test
  void read_vlanNamesThePort_isSeenAndTakenAway() {
    change(port, config(101));
    device.configure(
        """
        <vlans><vlan><name>other</name><vlan-id>666</vlan-id>
        <interface><name>ge-0/0/0.0</name></interface></vlan></vlans>
        """);
    try (SwitchSession session = open()) {
      assertThat(session.read(List.of(port)).get(port)).hasToString("native 101, tagged 1 666");
    }
    change(port, config(101));
    assertThat(device.carried()).containsEntry(port, config(101));
  }

  @Test
  void apply_whatHasNothingToDoWithVlans_staysAsItWas() {
    device.configure(
        """
        <interfaces><interface><name>ge-0/0/0</name><description>node 7</description><mtu>9216</mtu>
        </interface></interfaces>
        """);
    change(port, config(101));

    assertThat(device.running()).contains("<description>node 7", "<mtu>9216");
  }

  @Test
  void retire_vlanOfTheAdministrator_isLeftAlone() {
    device.configure("<vlans><vlan><name>red</name><vlan-id>101</vlan-id></vlan></vlans>");
    change(port, config(101, 102));
    change(port, PortConfig.PARKED);
    assertThat(device.running()).doesNotContain("haas-101").contains("haas-102");
    try (SwitchSession session = open()) {
      session.retire(Set.of(new VlanId(101), new VlanId(102)));
    }
    assertThat(device.vlans()).containsExactly(1, 101);
  }

  @Test
  void open_tooManySessions_isUnreachable() {
    device.knobs().sessions(0);

    assertThat(failure(this::open).kind()).isEqualTo(Kind.UNREACHABLE);
  }

  @Test
  void read_garbage_isUnreachable() {
    try (SwitchSession session = open()) {
      device.knobs().garbage(true);

      assertThat(failure(() -> session.read(List.of(port))).kind()).isEqualTo(Kind.UNREACHABLE);
    }
  }

  @Test
  void visit_slowSwitch_isServed() {
    device.knobs().delay(Duration.ofMillis(5));
    change(port, config(101));

    assertThat(device.carried()).containsEntry(port, config(101));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ge-0/0", "Ethernet1", "ge-0/0/1.0", "vlan", "irb", "ae0", "me0"})
  void validate_nameOfNoPort_isRefused(String name) {
    assertThatThrownBy(() -> new Junos().validate(new PortName(name)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ge-0/0/12");
  }

  @Test
  void render_tenantChanges_showsTheCutTheCommitAndItsConfirmation() {
    List<String> lines = new Junos().render(new PortChange(port, config(101), config(102)));

    assertThat(lines)
        .containsExactly(
            "<interface><name>ge-0/0/0</name><native-vlan-id operation=\"delete\"></native-vlan-id>"
                + "<unit operation=\"delete\"><name>0</name></unit><disable></disable></interface>",
            "<commit/>",
            "<vlan operation=\"replace\"><name>haas-102</name><vlan-id>102</vlan-id></vlan>",
            lines.get(3),
            "<commit><confirmed/><confirm-timeout>120</confirm-timeout></commit>",
            "<commit/>");
    assertThat(lines.get(3)).contains("<members>102</members>").doesNotContain("101");
  }

  /** The claim ends right after the commit that has to be confirmed. */
  private void breakAtConfirmation(PortChange change) {
    boolean[] committed = {false};
    try (SwitchSession session =
        JunosLab.direct(
            device, () -> !committed[0], text -> committed[0] |= text.contains("<confirmed/>"))) {
      assertThat(failure(() -> session.apply(List.of(change))).kind()).isEqualTo(Kind.DEADLINE);
    }
    assertThat(device.isWaiting()).isTrue();
  }

  private void change(PortName name, PortConfig wanted) {
    try (SwitchSession session = open()) {
      PortConfig read = session.read(List.of(name)).get(name);
      session.apply(List.of(new PortChange(name, read, wanted)));
      assertThat(session.read(List.of(name))).containsEntry(name, wanted);
    }
  }

  private SwitchSession open() {
    return JunosLab.direct(device, () -> true, sent::add);
  }

  private static DriverException failure(ThrowingCallable action) {
    return catchThrowableOfType(DriverException.class, action);
  }
}
