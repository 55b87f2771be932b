package org.haas.driver.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.haas.driver.contract.RandomConfigs;
import org.haas.driver.emulator.SwitchEmulator;
import org.haas.spi.DriverException;
import org.haas.spi.DriverException.Kind;
import org.haas.spi.Label;
import org.haas.spi.PortChange;
import org.haas.spi.PortConfig;
import org.haas.spi.PortName;
import org.haas.spi.Secret;
import org.haas.spi.SwitchDriver.SwitchSession;
import org.haas.spi.SwitchEndpoint;
import org.haas.spi.VlanId;
import org.junit.jupiter.api.Test;

/** The connection breaks after each single character of a whole visit. */
class CiscoNexusCutTest {
  private static final List<PortName> PORTS = new SwitchEmulator("nexus").ports().subList(0, 2);
  private static final SwitchEndpoint ENDPOINT =
      new SwitchEndpoint(
          new Label("nexus1"),
          "127.0.0.1",
          22,
          "haas",
          Secret.NONE,
          Optional.empty(),
          Map.of(),
          Duration.ofSeconds(10),
          () -> true);

  private final CiscoNexus driver = new CiscoNexus();
  private final SwitchEmulator nexus = new SwitchEmulator("nexus", PORTS);
  private final Random random = new Random(7);

  @Test
  void visit_cutAfterEveryCharacter_rerunConverges() {
    Map<PortName, PortConfig> old = wanted(101, 102, 103);
    Map<PortName, PortConfig> desired = wanted(104, 103, 105);
    visit(old, true);
    Runnable backToOld = nexus.remember();
    int cuts = 0;
    while (isCut(cuts, desired)) {
      Map<PortName, PortConfig> carried = nexus.carried();
      for (PortName port : PORTS) {
        assertThat(RandomConfigs.mayFollow(old.get(port), desired.get(port), carried.get(port)))
            .as("%s carries %s after %d characters", port, carried.get(port), cuts)
            .isTrue();
      }
      visit(desired, false);
      assertThat(nexus.carried()).as("after %d characters", cuts).isEqualTo(desired);
      assertThat(nexus.faults()).isEmpty();
      backToOld.run();
      cuts++;
    }
    assertThat(nexus.carried()).isEqualTo(desired);
    assertThat(cuts).isGreaterThan(4000);
  }

  /** Whether the cut comes before the visit is over. */
  private boolean isCut(int characters, Map<PortName, PortConfig> desired) {
    nexus.knobs().cutAfter(characters);
    try {
      visit(desired, true);
      return false;
    } catch (DriverException broken) {
      assertThat(broken.kind()).isEqualTo(Kind.UNREACHABLE);
      return true;
    } finally {
      nexus.knobs().cutAfter(Long.MAX_VALUE);
    }
  }

  private void visit(Map<PortName, PortConfig> wanted, boolean toTheEnd) {
    try (SwitchSession session = driver.open(ENDPOINT, new TypedTerminal(nexus.shell(), random))) {
      Map<PortName, PortConfig> read = session.read(PORTS);
      session.apply(
          PORTS.stream()
              .map(port -> new PortChange(port, read.get(port), wanted.get(port)))
              .toList());
      if (toTheEnd) {
        assertThat(session.read(PORTS)).isEqualTo(wanted);
        session.save();
      }
    }
  }

  /** The first port native and tagged, the second tagged only. */
  private static Map<PortName, PortConfig> wanted(int nativeId, int tagged, int other) {
    Map<PortName, PortConfig> wanted = new LinkedHashMap<>();
    wanted.put(PORTS.get(0), config(Optional.of(new VlanId(nativeId)), tagged));
    wanted.put(PORTS.get(1), config(Optional.empty(), other));
    return wanted;
  }

  private static PortConfig config(Optional<VlanId> untagged, int tagged) {
    return new PortConfig(untagged, new TreeSet<>(List.of(new VlanId(tagged))));
  }
}
