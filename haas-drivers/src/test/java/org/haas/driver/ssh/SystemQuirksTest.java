package org.haas.driver.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haas.driver.ssh.CiscoNexusTest.config;
import static org.haas.driver.ssh.CiscoNexusTest.failure;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.haas.driver.emulator.SwitchEmulator;
import org.haas.spi.DriverException.Kind;
import org.haas.spi.PortChange;
import org.haas.spi.PortConfig;
import org.haas.spi.PortName;
import org.haas.spi.Secret;
import org.haas.spi.SwitchDriver.SwitchSession;
import org.haas.spi.SwitchEndpoint;
import org.haas.spi.VlanId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What only one system does, and its driver has to know. */
class SystemQuirksTest {
  private SwitchEmulator device;
  private List<PortName> ports;

  @Test
  void eos_whatACutVisitLeftInTheSession_isNotCommitted() {
    begin("eos");
    device.configure("end", "configure session haas", "interface Ethernet2", "shutdown", "end");
    Map<PortName, PortConfig> before = device.carried();
    change(ports.get(0), config(101));

    assertThat(device.carried()).containsEntry(ports.get(0), config(101));
    assertThat(device.carried().get(ports.get(1))).isEqualTo(before.get(ports.get(1)));
  }

  @Test
  void eos_lineIsRefused_nothingOfTheRestTakesEffect() {
    begin("eos");
    change(ports.get(1), config(101));
    device.refuse(ports.get(0), true);
    try (SwitchSession session = open()) {
      PortChange first = new PortChange(ports.get(1), config(101), config(101, 102));
      PortChange culprit = new PortChange(ports.get(0), config(101), config(101, 102));

      assertThat(failure(() -> session.apply(List.of(first, culprit))).kind())
          .isEqualTo(Kind.REFUSED);
      assertThat(device.carried()).containsEntry(ports.get(1), config(101));
      assertThat(device.vlans()).containsExactly(1, 101);
      session.apply(List.of(first));
    }
    assertThat(device.carried()).containsEntry(ports.get(1), config(101, 102));
  }

  @Test
  void eos_whatCutsAPortOff_isInForceBeforeTheRestBegins() {
    begin("eos");
    change(ports.get(0), config(101));
    Set<PortConfig> seen = new LinkedHashSet<>();
    try (SwitchSession session = open(seen)) {
      session.apply(List.of(new PortChange(ports.get(0), config(101), config(102))));
    }
    seen.add(device.carried().get(ports.get(0)));

    assertThat(seen).containsExactly(config(101), PortConfig.PARKED, config(102));
  }

  @Test
  void os10_nativeVlanIsInTheListToo_leavesBoth() {
    begin("dell-os10");
    device.configure(
        "interface vlan 101",
        "interface " + ports.get(0),
        "switchport mode trunk",
        "switchport access vlan 101",
        "switchport trunk allowed vlan 101");
    change(ports.get(0), config(102));

    assertThat(device.carried()).containsEntry(ports.get(0), config(102));
  }

  @Test
  void os9_nativeVlanChanges_theDefaultOneIsNeverThere() {
    begin("dellnos9");
    change(ports.get(0), config(101, 102));
    Set<PortConfig> seen = new LinkedHashSet<>();
    try (SwitchSession session = open(seen)) {
      session.apply(List.of(new PortChange(ports.get(0), config(101, 102), config(102))));
    }
    seen.add(device.carried().get(ports.get(0)));

    assertThat(seen).containsExactly(config(101, 102), PortConfig.PARKED, config(102));
  }

  @Test
  void os9_interfaceType_isInFrontOfThePort() {
    begin("dellnos9");
    try (SwitchSession session = open(Map.of("interface_type", "fortyGigE"), () -> true)) {
      assertThat(failure(() -> session.read(List.of(ports.get(0)))))
          .hasMessageContaining("show running-config interface fortyGigE 1/1");
    }
    assertThat(failure(() -> open(Map.of("interface_type", "Te 1/1 ; reload"), () -> true)))
        .hasMessageContaining("interface_type that is no word")
        .extracting(refused -> refused.kind())
        .isEqualTo(Kind.REFUSED);
  }

  @Test
  void nvue_aLineIsRefused_leavesNothingInThePendingRevision() {
    begin("nvue");
    change(ports.get(0), config(101));
    device.refuse(ports.get(1), true);
    try (SwitchSession session = open()) {
      List<PortChange> changes =
          List.of(
              new PortChange(ports.get(0), config(101), PortConfig.PARKED),
              new PortChange(ports.get(1), config(101), PortConfig.PARKED));
      assertThat(failure(() -> session.apply(changes))).hasMessageContaining("member of a bond");
    }
    device.configure("nv config apply -y");

    assertThat(device.carried()).containsEntry(ports.get(0), config(101));
  }

  /** Longer than a page of the systems that have pages. */
  @Test
  void nvue_portWithManyVlans_isReadWhole() {
    begin("nvue");
    int[] many = IntStream.rangeClosed(102, 130).toArray();
    change(ports.get(0), config(101, many));

    try (SwitchSession session = open()) {
      assertThat(session.read(List.of(ports.get(0)))).containsValue(config(101, many));
    }
  }

  @Test
  void sonic_portOfARouter_isNotTakenForParkedAndRefusedInItsWords() {
    begin("sonic");
    device.configure(
        "sudo config interface shutdown " + ports.get(0),
        "sudo config interface ip add " + ports.get(0) + " 10.0.0.0/31");
    try (SwitchSession session = open()) {
      assertThat(session.read(List.of(ports.get(0)))).containsValue(PortConfig.EVERYTHING);
    }
    assertThat(failure(() -> change(ports.get(0), config(101))))
        .hasMessageContaining("is a router interface");
  }

  @Test
  void ios_lineThatNotEveryModelKnowsIsRefused_theOneThatNeedsItIsNotForgiven() {
    begin("ios");
    device.refuse(ports.get(0), true);

    assertThat(failure(() -> change(ports.get(0), config(101))))
        .hasMessageContaining("refused 'shutdown'");
  }

  @ParameterizedTest
  @CsvSource({
    "ios, wrong, Access denied",
    "eos, wrong, Bad secrets",
    "powerconnect55xx, wrong, authentication failed"
  })
  void open_secondPasswordIsWrong_isRefusedInItsWords(String type, String secret, String words) {
    begin(type);
    SwitchEndpoint endpoint = withSecret(secret);

    assertThat(
            failure(
                () ->
                    SwitchLab.driver(type)
                        .open(endpoint, new TypedTerminal(device.shell(), new Random(5)))))
        .hasMessageContaining(words);
  }

  @Test
  void reserved_idsOfASystem_areKeptFromNetworks() {
    assertThat(SwitchLab.driver("ios").reserved()).contains(new VlanId(1002), new VlanId(1005));
    assertThat(SwitchLab.driver("dell-os10").reserved()).containsExactly(new VlanId(4094));
  }

  private void begin(String type) {
    device = new SwitchEmulator(type);
    ports = device.ports();
  }

  private void change(PortName port, PortConfig wanted) {
    try (SwitchSession session = open()) {
      PortConfig read = session.read(List.of(port)).get(port);
      session.apply(List.of(new PortChange(port, read, wanted)));
      assertThat(session.read(List.of(port))).containsEntry(port, wanted);
    }
  }

  private SwitchSession open() {
    return open(Map.of(), () -> true);
  }

  /** Keeps what the first port carries before each line. */
  private SwitchSession open(Set<PortConfig> seen) {
    return open(
        Map.of(),
        () -> {
          seen.add(device.carried().get(ports.get(0)));
          return true;
        });
  }

  private SwitchSession open(Map<String, String> settings, BooleanSupplier may) {
    String type = device.table().type();
    SwitchEndpoint plain = CliDriverRandomTest.endpoint(type, may);
    return SwitchLab.driver(type)
        .open(
            changed(plain, plain.secret(), settings),
            new TypedTerminal(device.shell(), new Random(5)));
  }

  private SwitchEndpoint withSecret(String secret) {
    SwitchEndpoint plain = CliDriverRandomTest.endpoint(device.table().type(), () -> true);
    return changed(plain, new Secret(secret), Map.of());
  }

  private static SwitchEndpoint changed(
      SwitchEndpoint plain, Secret secret, Map<String, String> settings) {
    return new SwitchEndpoint(
        plain.name(),
        plain.host(),
        plain.port(),
        plain.username(),
        secret,
        Optional.empty(),
        settings,
        plain.timeout(),
        plain.mayProceed());
  }
}
