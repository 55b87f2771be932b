package org.haas.it.drivers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.haas.it.lab.Frame;
import org.haas.it.lab.HeardFrame;
import org.haas.it.lab.Lab;
import org.haas.it.lab.LabSettings;
import org.haas.it.lab.Nic;
import org.haas.spi.DriverException;
import org.haas.spi.PortConfig;
import org.haas.spi.SwitchWatch;
import org.haas.spi.VlanId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Ports set by the drivers of Open vSwitch, by commands and by its database, carry what they shall
 * and nothing else: real frames.
 */
class OpenVswitchLabIT {
  private static final String COMMANDS = "ovs";
  private static final String DATABASE = "ovsdb";

  private static final int ROUNDS = 8;
  private static final int PARKS = 10;
  private static final Duration TOLD = Duration.ofSeconds(20);

  /** A server drops after ten seconds who does not answer its signs of life. */
  private static final Duration LONGER_THAN_SERVERS_WAIT = Duration.ofSeconds(12);

  private static final List<VlanId> VLANS = Stream.of(300, 301, 302).map(VlanId::new).toList();

  /** 0 stands for no tag; the last four are in no network, the first of them even in no pool. */
  private static final List<Integer> TAGS = List.of(0, 300, 301, 302, 1, 303, 3800, 3801);

  private static Lab lab;
  private static final Map<String, LabSwitches> drivers = new HashMap<>();

  @BeforeAll
  static void up() {
    lab = Lab.up(new LabSettings(Path.of("target", "lab-drivers"), "drv", 19232));
    logIn();
  }

  private static void logIn() {
    drivers.values().forEach(LabSwitches::close);
    drivers.put(COMMANDS, new LabSwitches(lab.siteDocument()));
    drivers.put(DATABASE, new LabSwitches(lab.databaseDocument()));
  }

  @AfterAll
  static void down() {
    drivers.values().forEach(LabSwitches::close);
    lab.down();
  }

  @ParameterizedTest
  @ValueSource(strings = {COMMANDS, DATABASE})
  void apply_anyConfigurations_framesGoWhereTheyMayAndNowhereElse(String type) {
    LabSwitches switches = drivers.get(type);
    Random random = new Random(20261122);
    for (int round = 0; round < ROUNDS; round++) {
      Map<Nic, PortConfig> desired = new LinkedHashMap<>();
      lab.nics().forEach(nic -> desired.put(nic, anyConfiguration(random)));

      assertThat(switches.configure(desired)).isEqualTo(desired);

      for (Nic from : lab.nics()) {
        for (int tag : TAGS) {
          assertThat(heard(from, tag))
              .as("round %d, from %s (%s) with tag %d", round, from, desired.get(from), tag)
              .isEqualTo(expected(desired, from, tag));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {COMMANDS, DATABASE})
  void apply_parkWhileFramesFlow_noneSentAfterTheReadBackArrives(String type) {
    LabSwitches switches = drivers.get(type);
    Nic from = lab.nic(1, "nic1");
    Nic to = lab.nic(2, "nic1");
    PortConfig network = new PortConfig(Optional.of(VLANS.get(0)), new TreeSet<>());
    for (int park = 0; park < PARKS; park++) {
      switches.configure(Map.of(from, network, to, network));
      lab.flood(from, Frame.untagged());
      switches.configure(Map.of(to, PortConfig.PARKED));
      Instant readBack = Instant.now();
      lab.hears(from, Frame.untagged());

      List<HeardFrame> heard = lab.calm().heardBy(to);

      assertThat(heard).isNotEmpty().allMatch(frame -> frame.sentAt().isBefore(readBack));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {COMMANDS, DATABASE})
  void read_switchWithoutPower_isUnreachable(String type) {
    LabSwitches switches = drivers.get(type);
    Nic nic = lab.nic(4, "nic1");
    lab.powerOff(nic.switchName());
    try {
      assertThatExceptionOfType(DriverException.class)
          .isThrownBy(() -> switches.read(nic.switchName(), List.of(nic)))
          .satisfies(e -> assertThat(e.kind()).isEqualTo(DriverException.Kind.UNREACHABLE));
    } finally {
      lab.powerOn(nic.switchName());
      logIn();
    }
  }

  @Test
  void database_whatTheCommandsWrote_isReadAlikeAndToldToWhoWatches() {
    Nic nic = lab.nic(3, "nic1");
    PortConfig network = new PortConfig(Optional.of(VLANS.get(0)), new TreeSet<>());
    try (SwitchWatch watch = watch(nic.switchName())) {
      drivers.get(COMMANDS).configure(Map.of(nic, PortConfig.PARKED));
      assertThat(watch.await(TOLD)).isTrue();
      assertThat(drivers.get(DATABASE).read(nic.switchName(), List.of(nic)))
          .containsEntry(nic, PortConfig.PARKED);
      drivers.get(DATABASE).configure(Map.of(nic, network));
      assertThat(watch.await(TOLD)).isTrue();
    }
    assertThat(drivers.get(COMMANDS).read(nic.switchName(), List.of(nic)))
        .containsEntry(nic, network);
  }

  @Test
  void watch_longerThanTheServerWaits_staysAndTells() {
    Nic nic = lab.nic(3, "nic1");
    try (SwitchWatch watch = watch(nic.switchName())) {
      assertThat(watch.await(LONGER_THAN_SERVERS_WAIT)).isFalse();
      drivers.get(COMMANDS).configure(Map.of(nic, anyConfiguration(new Random())));
      drivers.get(COMMANDS).configure(Map.of(nic, PortConfig.PARKED));

      assertThat(watch.await(TOLD)).isTrue();
    }
  }

  private static SwitchWatch watch(String switchName) {
    try (JsonReader reader = Json.createReader(new StringReader(lab.databaseDocument()))) {
      return reader.readObject().getJsonArray("switches").getValuesAs(JsonObject.class).stream()
          .filter(each -> each.getString("name").equals(switchName))
          .map(each -> LabSwitches.driver(DATABASE).watch(LabSwitches.endpoint(each)))
          .findFirst()
          .orElseThrow();
    }
  }

  private static PortConfig anyConfiguration(Random random) {
    List<VlanId> vlans = new ArrayList<>(VLANS);
    Collections.shuffle(vlans, random);
    int tagged = random.nextInt(3);
    boolean untagged = random.nextBoolean();
    return new PortConfig(
        untagged ? Optional.of(vlans.get(2)) : Optional.empty(),
        new TreeSet<>(vlans.subList(0, tagged)));
  }

  private static Map<Nic, List<String>> heard(Nic from, int tag) {
    Frame frame = tag == 0 ? Frame.untagged() : Frame.tagged(tag);
    Map<Nic, List<String>> tags = new LinkedHashMap<>();
    lab.hears(from, frame).forEach((nic, frames) -> tags.put(nic, frames.get(0).tags()));
    return tags;
  }

  private static Map<Nic, List<String>> expected(Map<Nic, PortConfig> ports, Nic from, int tag) {
    Map<Nic, List<String>> expected = new LinkedHashMap<>();
    Optional<VlanId> vlan = vlanOf(ports.get(from), tag);
    for (Nic to : vlan.isPresent() ? ports.keySet() : Set.<Nic>of()) {
      PortConfig port = ports.get(to);
      if (!to.equals(from) && port.carries(vlan.get())) {
        expected.put(to, port.untagged().equals(vlan) ? List.of() : List.of(vlan.get().toString()));
      }
    }
    return expected;
  }

  /** The VLAN in which a port takes a frame. A trunk also takes its native VLAN with a tag. */
  private static Optional<VlanId> vlanOf(PortConfig port, int tag) {
    if (tag == 0) {
      return port.untagged();
    }
    Set<VlanId> taken = port.tagged().isEmpty() ? Set.of() : port.vlans();
    return Optional.of(new VlanId(tag)).filter(taken::contains);
  }
}
