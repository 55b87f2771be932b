package org.haas.driver.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.haas.driver.contract.RandomConfigs;
import org.haas.driver.emulator.SwitchEmulator;
import org.haas.spi.Capability;
import org.haas.spi.DriverException;
import org.haas.spi.DriverException.Kind;
import org.haas.spi.Label;
import org.haas.spi.PortChange;
import org.haas.spi.PortConfig;
import org.haas.spi.PortName;
import org.haas.spi.SwitchDriver.SwitchSession;
import org.haas.spi.SwitchEndpoint;
import org.haas.spi.VlanId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random changes from any state, the connection cut at any character, another driver's session left
 * in the middle: looked at before each line, no port carries what neither side wants.
 */
class CliDriverRandomTest {
  private static final int ROUNDS = Integer.getInteger("haas.rounds", 30);
  private static final int LONGEST = 9000;

  private long seed;
  private Random random;
  private SshSwitchDriver driver;
  private SwitchEmulator device;
  private List<PortName> ports;

  @ParameterizedTest
  @MethodSource("org.haas.driver.ssh.EmulatedSystemTest#types")
  void visit_fromAnyStateCutAnywhereThenRerun_neverLeaksAndConverges(String type) {
    begin(type);
    for (int round = 0; round < ROUNDS; round++) {
      if (round % 3 == 0) {
        ports.forEach(port -> device.disturb(port, random));
      }
      Map<PortName, PortConfig> wanted = new LinkedHashMap<>();
      PortConfig same = RandomConfigs.next(random, nativeless());
      boolean alike = random.nextInt(3) == 0;
      ports.forEach(
          port -> wanted.put(port, alike ? same : RandomConfigs.next(random, nativeless())));
      Map<PortName, PortConfig> old = device.carried();
      cut(old, wanted);
      visit(old, wanted);

      assertThat(device.carried()).as("seed %d", seed).containsAllEntriesOf(wanted);
      assertThat(device.faults()).as("seed %d", seed).isEmpty();
      retireAllBut(wanted);
    }
  }

  private void begin(String type) {
    seed = Long.getLong("haas.seed", System.nanoTime());
    System.out.printf("CliDriverRandomTest, %s: -Dhaas.seed=%d%n", type, seed);
    random = new Random(seed);
    driver = SwitchLab.driver(type);
    ports = new SwitchEmulator(type).ports().subList(0, 3);
    device = new SwitchEmulator(type, ports);
  }

  private boolean nativeless() {
    return driver.capabilities().contains(Capability.NATIVELESS_TRUNK);
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
    now.forEach(
        (port, carried) -> {
          PortConfig before = old.get(port);
          assertThat(RandomConfigs.mayFollow(before, wanted.getOrDefault(port, before), carried))
              .as("seed %d: %s from %s to %s: %s", seed, port, before, wanted.get(port), carried)
              .isTrue();
        });
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
    return driver.open(
        endpoint(device.table().type(), mayProceed), new TypedTerminal(device.shell(), random));
  }

  static SwitchEndpoint endpoint(String type, BooleanSupplier mayProceed) {
    return new SwitchEndpoint(
        new Label(type + "1"),
        "127.0.0.1",
        22,
        "haas",
        SwitchLab.PASSWORD,
        Optional.empty(),
        Map.of(),
        Duration.ofSeconds(10),
        mayProceed);
  }
}
