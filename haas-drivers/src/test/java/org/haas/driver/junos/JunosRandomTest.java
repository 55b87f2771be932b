package org.haas.driver.junos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.haas.driver.contract.RandomConfigs;
import org.haas.driver.emulator.JunosEmulator;
import org.haas.spi.DriverException;
import org.haas.spi.DriverException.Kind;
import org.haas.spi.PortChange;
import org.haas.spi.PortConfig;
import org.haas.spi.PortName;
import org.haas.spi.SwitchDriver.SwitchSession;
import org.haas.spi.VlanId;
import org.junit.jupiter.api.RepeatedTest;

/**
 * Random changes from any state, the session cut at any character, the time for a confirmation over
 * at any moment: a visit happens as a whole, or but for ports that are cut off not at all.
 */
class JunosRandomTest {
  private static final int ROUNDS = Integer.getInteger("haas.rounds", 40);
  private static final int LONGEST = 9000;

  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);
  private final List<PortName> ports = new JunosEmulator().ports().subList(0, 3);
  private final JunosEmulator device = new JunosEmulator(ports);

  @RepeatedTest(2)
  void visit_fromAnyStateCutAnywhereThenRerun_isWholeAndConverges() {
    device.chunks(random.nextBoolean());
    for (int round = 0; round < ROUNDS; round++) {
      device.impatient(random.nextBoolean());
      if (round % 3 == 0) {
        ports.forEach(port -> device.disturb(port, random));
      }
      Map<PortName, PortConfig> wanted = new LinkedHashMap<>();
      ports.forEach(port -> wanted.put(port, RandomConfigs.next(random, true)));
      Map<PortName, PortConfig> old = device.carried();
      cut(old, wanted);
      assertWhole(old, wanted, device.carried());
      if (random.nextBoolean()) {
        device.timeIsUp();
        assertWhole(old, wanted, device.carried());
      }
      visit(device.carried(), wanted);
      device.timeIsUp();

      assertThat(device.carried()).as("seed %d", seed).isEqualTo(wanted);
      assertThat(device.faults()).as("seed %d", seed).isEmpty();
      retireAllBut(wanted);
    }
  }

  /** No port is new while another is old; those that were cut off before do not count. */
  private void assertWhole(
      Map<PortName, PortConfig> old,
      Map<PortName, PortConfig> wanted,
      Map<PortName, PortConfig> now) {
    boolean asOld =
        ports.stream()
            .allMatch(port -> List.of(old.get(port), PortConfig.PARKED).contains(now.get(port)));
    assertThat(asOld || now.equals(wanted))
        .as("seed %d: %s from %s to %s", seed, now, old, wanted)
        .isTrue();
  }

  private void cut(Map<PortName, PortConfig> old, Map<PortName, PortConfig> wanted) {
    device.knobs().cutAfter(random.nextInt(LONGEST));
    try {
      visit(old, wanted);
    } catch (DriverException broken) {
      assertThat(broken.kind()).as("seed %d: %s", seed, broken).isEqualTo(Kind.UNREACHABLE);
    } finally {
      device.knobs().cutAfter(Long.MAX_VALUE);
    }
  }

  private void visit(Map<PortName, PortConfig> old, Map<PortName, PortConfig> wanted) {
    try (SwitchSession session = open(() -> look(old, wanted))) {
      Map<PortName, PortConfig> read = session.read(ports);
      List<PortChange> changes = new ArrayList<>();
      wanted.forEach((port, config) -> changes.add(new PortChange(port, read.get(port), config)));
      session.apply(changes);
      assertThat(session.read(ports)).as("seed %d", seed).isEqualTo(wanted);
      session.save();
    }
  }

  private boolean look(Map<PortName, PortConfig> old, Map<PortName, PortConfig> wanted) {
    Map<PortName, PortConfig> now = device.carried();
    for (PortName port : ports) {
      assertThat(RandomConfigs.mayFollow(old.get(port), wanted.get(port), now.get(port)))
          .as("seed %d: %s from %s to %s: %s", seed, port, old, wanted, now)
          .isTrue();
    }
    return true;
  }

  private void retireAllBut(Map<PortName, PortConfig> wanted) {
    Set<VlanId> unused =
        IntStream.rangeClosed(100, 108)
            .mapToObj(VlanId::new)
            .collect(Collectors.toCollection(TreeSet::new));
    wanted.values().forEach(config -> unused.removeAll(config.vlans()));
    try (SwitchSession session = open(() -> true)) {
      session.retire(unused);
    }
  }

  private SwitchSession open(BooleanSupplier mayProceed) {
    return JunosLab.direct(device, mayProceed, text -> {});
  }
}
