package org.haas.it.drivers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
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
import org.haas.spi.VlanId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Ports set by the driver of Open vSwitch carry what they shall and nothing else: real frames. */
class OpenVswitchLabIT {
  private static final int ROUNDS = 8;
  private static final int PARKS = 10;
  private static final List<VlanId> VLANS = Stream.of(300, 301, 302).map(VlanId::new).toList();

  /** 0 stands for no tag; the last four are in no network, the first of them even in no pool. */
  private static final List<Integer> TAGS = List.of(0, 300, 301, 302, 1, 303, 3800, 3801);

  private static Lab lab;
  private static LabSwitches switches;

  @BeforeAll
  static void up() {
    lab = Lab.up(new LabSettings(Path.of("target", "lab-drivers"), "drv", 19232));
    switches = new LabSwitches(lab);
  }

  @AfterAll
  static void down() {
    switches.close();
    lab.down();
  }

  @Test
  void apply_anyConfigurations_framesGoWhereTheyMayAndNowhereElse() {
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

  @Test
  void apply_parkWhileFramesFlow_noneSentAfterTheReadBackArrives() {
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

  @Test
  void read_switchWithoutPower_isUnreachable() {
    Nic nic = lab.nic(4, "nic1");
    lab.powerOff(nic.switchName());
    try {
      assertThatExceptionOfType(DriverException.class)
          .isThrownBy(() -> switches.read(nic.switchName(), List.of(nic)))
          .satisfies(e -> assertThat(e.kind()).isEqualTo(DriverException.Kind.UNREACHABLE));
    } finally {
      lab.powerOn(nic.switchName());
      switches.close();
      switches = new LabSwitches(lab);
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
