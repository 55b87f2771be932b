package org.haas.driver.ovs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
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

class OpenVswitchTest {
  private static final PortName P1 = new PortName("p1");
  private static final PortName P2 = new PortName("p2");
  private static final PortName P3 = new PortName("p3");

  private final OvsLab lab = new OvsLab();

  @AfterEach
  void stop() {
    lab.close();
  }

  @Test
  void render_eachKind_isTheseLines() {
    assertThat(render(untagged(100), PortConfig.PARKED))
        .containsExactly(
            "ovs-vsctl set port p1 vlan_mode=access tag=PARKING trunks=[] protected=true");
    assertThat(render(PortConfig.PARKED, untagged(100)))
        .containsExactly(
            "ovs-vsctl set port p1 vlan_mode=access tag=100 trunks=[] protected=false");
    assertThat(render(tagged(100), tagged(100, 101)))
        .containsExactly(
            "ovs-vsctl set port p1 vlan_mode=trunk tag=[] trunks=100,101 protected=false");
    assertThat(
            render(tagged(101), new PortConfig(Optional.of(new VlanId(100)), tagged(101).tagged())))
        .containsExactly(
            "ovs-vsctl set port p1 vlan_mode=native-untagged tag=100 trunks=101 protected=false");
  }

  @Test
  void render_changeOfTenant_parksFirst() {
    assertThat(render(untagged(100), untagged(200)))
        .containsExactly(
            "ovs-vsctl set port p1 vlan_mode=access tag=PARKING trunks=[] protected=true",
            "ovs-vsctl set port p1 vlan_mode=access tag=200 trunks=[] protected=false");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "vlan_mode=trunk tag=[] trunks=[]",
        "vlan_mode=trunk tag=3800 trunks=[]",
        "vlan_mode=native-untagged tag=3800 trunks=[]",
        "vlan_mode=native-tagged tag=100 trunks=101",
        "vlan_mode=dot1q-tunnel tag=100 trunks=[]",
        "vlan_mode=access tag=[] trunks=[]",
        "vlan_mode=access tag=0 trunks=[]",
        "vlan_mode=access tag=3800 trunks=100 protected=true",
        "vlan_mode=access tag=100 trunks=[] protected=true",
        "vlan_mode=trunk tag=[] trunks=0,100",
        "vlan_mode=trunk tag=[] trunks=100 protected=true"
      })
  void read_stateThatHaasNeverWrites_isEverythingAndIsWrittenAnew(String columns) {
    lab.ovs().set(P1, columns);
    try (SwitchSession session = lab.driver().open(lab.endpoint())) {
      PortConfig read = session.read(List.of(P1)).get(P1);
      assertThat(read).isEqualTo(PortConfig.EVERYTHING);
      session.apply(List.of(new PortChange(P1, read, PortConfig.PARKED)));
    }
    assertThat(lab.carried().get(P1)).isEqualTo(PortConfig.PARKED);
  }

  @Test
  void read_parkingIdButNotProtected_isNotParked() {
    lab.ovs().set(P1, "vlan_mode=access tag=3800 trunks=[] protected=false");

    assertThat(read(P1)).isEqualTo(untagged(3800));
  }

  @Test
  void read_twoPortsWithOneParkingId_areNotParkedAndGetTheirOwn() {
    lab.ovs().set(P1, "vlan_mode=access tag=3801 trunks=[] protected=true");
    lab.ovs().set(P2, "vlan_mode=access tag=3801 trunks=[] protected=true");
    try (SwitchSession session = lab.driver().open(lab.endpoint())) {
      Map<PortName, PortConfig> read = session.read(List.of(P1, P2));
      assertThat(read.values()).containsOnly(PortConfig.EVERYTHING);
      session.apply(
          List.of(
              new PortChange(P1, PortConfig.EVERYTHING, PortConfig.PARKED),
              new PortChange(P2, PortConfig.EVERYTHING, PortConfig.PARKED)));
      assertThat(session.read(List.of(P1, P2)).values()).containsOnly(PortConfig.PARKED);
    }
  }

  @Test
  void read_trunkOfAnUplink_isItsList() {
    lab.ovs().set(P1, "vlan_mode=trunk tag=[] trunks=100,101,102");
    lab.ovs().set(P2, "tag=100 trunks=[]");

    assertThat(read(P1)).isEqualTo(tagged(100, 101, 102));
    assertThat(read(P2)).isEqualTo(untagged(100));
  }

  @Test
  void read_portOfAnotherBridge_isRefused() {
    PortName elsewhere = new PortName("q1");
    lab.ovs().addElsewhere(elsewhere);

    assertThat(failure(() -> read(elsewhere)))
        .hasMessageContaining("no port q1 on bridge br0")
        .extracting(DriverException::kind)
        .isEqualTo(Kind.REFUSED);
  }

  @Test
  void apply_noParkingIdLeft_isRefusedWithASentence() {
    lab.ovs().set(P3, "vlan_mode=trunk tag=[] trunks=3900");
    Map<String, String> settings = Map.of("bridge", "br0", "parking", "3900-3901");
    try (SwitchSession session = lab.driver().open(lab.endpoint(settings))) {
      session.apply(List.of(new PortChange(P1, PortConfig.EVERYTHING, PortConfig.PARKED)));
      PortChange second = new PortChange(P2, PortConfig.EVERYTHING, PortConfig.PARKED);

      assertThat(failure(() -> session.apply(List.of(second))))
          .hasMessageContaining("no parking VLAN left for port p2: all of 3900-3901");
      assertThat(session.read(List.of(P1)).get(P1)).isEqualTo(PortConfig.PARKED);
    }
  }

  @Test
  void apply_parkingIdAsNetwork_isRefused() {
    try (SwitchSession session = lab.driver().open(lab.endpoint())) {
      PortChange change = new PortChange(P1, PortConfig.PARKED, untagged(3900));

      assertThat(failure(() -> session.apply(List.of(change))))
          .hasMessageContaining("keeps VLAN 3900 for parked ports");
    }
  }

  @Test
  void open_wrongSettings_isRefused() {
    for (Map<String, String> wrong :
        List.of(
            Map.<String, String>of(),
            Map.of("bridge", "br0; reboot"),
            Map.of("bridge", "br0", "parking", "1-4094"),
            Map.of("bridge", "br0", "parking", "3900"))) {
      assertThat(failure(() -> lab.driver().open(lab.endpoint(wrong))).kind())
          .isEqualTo(Kind.REFUSED);
    }
  }

  @Test
  void read_unknownBridge_isRefusedInTheSwitchsWords() {
    try (SwitchSession session = lab.driver().open(lab.endpoint(Map.of("bridge", "br9")))) {
      assertThat(failure(() -> session.read(List.of(P1)))).hasMessageContaining("br9");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"gi1/0/5", "1p", "p:1", "p@1", "0123", "a123456789012345678901234567890b"})
  void validate_otherForm_isRefused(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> lab.driver().validate(new PortName(name)));
  }

  private List<String> render(PortConfig read, PortConfig desired) {
    return lab.driver().render(new PortChange(P1, read, desired));
  }

  private PortConfig read(PortName port) {
    try (SwitchSession session = lab.driver().open(lab.endpoint())) {
      return session.read(List.of(port)).get(port);
    }
  }

  private static PortConfig untagged(int id) {
    return new PortConfig(Optional.of(new VlanId(id)), new TreeSet<>());
  }

  private static PortConfig tagged(int... ids) {
    TreeSet<VlanId> vlans = new TreeSet<>();
    for (int id : ids) {
      vlans.add(new VlanId(id));
    }
    return new PortConfig(Optional.empty(), vlans);
  }

  private static DriverException failure(ThrowingCallable action) {
    return catchThrowableOfType(DriverException.class, action);
  }
}
