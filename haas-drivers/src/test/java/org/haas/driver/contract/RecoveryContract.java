package org.haas.driver.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.haas.spi.Capability;
import org.haas.spi.DriverException;
import org.haas.spi.DriverException.Kind;
import org.haas.spi.PortChange;
import org.haas.spi.PortConfig;
import org.haas.spi.PortName;
import org.haas.spi.SwitchDriver.SwitchSession;
import org.haas.spi.SwitchEndpoint;
import org.haas.spi.VlanId;
import org.junit.jupiter.api.Test;

/** Whatever state ports are in and wherever work on them stopped: doing it again ends right. */
abstract class RecoveryContract extends ConnectionContract {
  private static final long FEW_BYTES = 1500;
  private static final Set<VlanId> NETWORKS =
      IntStream.rangeClosed(100, 108).mapToObj(VlanId::new).collect(Collectors.toSet());
  private static final VlanId FIRST = new VlanId(101);
  private static final VlanId SECOND = new VlanId(102);

  /** How often crashes are tried. */
  protected int randomCases() {
    return 300;
  }

  /** About how many lines it takes to log in and to change three ports. */
  protected int linesOfAVisit() {
    return 24;
  }

  boolean nativeless() {
    return lab.driver().capabilities().contains(Capability.NATIVELESS_TRUNK);
  }

  private PortConfig next(Random random) {
    return RandomConfigs.next(random, nativeless());
  }

  @Test
  void apply_crashAnywhereThenRerun_convergesOnDesired() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    List<PortName> ports = lab.ports().subList(0, 3);
    Map<PortName, PortConfig> old = new LinkedHashMap<>();
    ports.forEach(name -> old.put(name, PortConfig.PARKED));
    set(old);
    for (int round = 0; round < randomCases(); round++) {
      Map<PortName, PortConfig> wanted = new LinkedHashMap<>();
      ports.forEach(name -> wanted.put(name, next(random)));
      crash(wanted, random.nextInt(linesOfAVisit()));

      Map<PortName, PortConfig> carried = lab.carried();
      for (PortName name : ports) {
        assertThat(RandomConfigs.mayFollow(old.get(name), wanted.get(name), carried.get(name)))
            .as(
                "seed %d: %s from %s to %s",
                seed, carried.get(name), old.get(name), wanted.get(name))
            .isTrue();
      }
      set(wanted);
      assertThat(lab.carried()).as("seed %d", seed).containsAllEntriesOf(wanted);
      old.putAll(wanted);
    }
  }

  @Test
  void apply_fromAnyStateCrashAnywhereThenRerun_convergesOnDesired() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    List<PortName> ports = lab.ports().subList(0, 3);
    for (int round = 0; round < randomCases(); round++) {
      ports.forEach(name -> lab.disturb(name, random));
      intents.forget();
      Map<PortName, PortConfig> wanted = new LinkedHashMap<>();
      lab.carried()
          .forEach(
              (name, now) -> {
                if (ports.contains(name)) {
                  wanted.put(name, random.nextBoolean() ? next(random) : like(now, random));
                }
              });
      crash(wanted, random.nextInt(linesOfAVisit()));
      set(wanted);

      assertThat(lab.carried()).as("seed %d", seed).containsAllEntriesOf(wanted);
      assertThat(read(ports)).as("seed %d", seed).isEqualTo(wanted);
      assertThat(lab.faults()).as("seed %d", seed).isEmpty();
      assertThat(intents.violations()).as("seed %d", seed).isEmpty();
      retireAllBut(wanted);
    }
  }

  /** As it is where that can be wanted: what is not seen in it must go, too. */
  private PortConfig like(PortConfig now, Random random) {
    boolean possible = NETWORKS.containsAll(now.vlans());
    boolean taggedOnly = now.untagged().isEmpty() && !now.parked();
    return possible && (nativeless() || !taggedOnly) ? now : next(random);
  }

  /** So that the next round finds VLANs that do not exist. */
  private void retireAllBut(Map<PortName, PortConfig> wanted) {
    Set<VlanId> unused = new TreeSet<>(NETWORKS);
    wanted.values().forEach(config -> unused.removeAll(config.vlans()));
    try (SwitchSession session = open(lab.endpoint())) {
      session.retire(unused);
    }
  }

  @Test
  void visit_connectionCutAfterAnyByte_rerunConverges() {
    Random random = new Random();
    List<PortName> ports = List.of(port, other);
    try (CutProxy proxy = new CutProxy(lab.endpoint().host(), lab.endpoint().port())) {
      SwitchEndpoint through = movedTo(lab.endpoint(), proxy.port());
      visit(through, Map.of(port, untagged(FIRST), other, untagged(SECOND)));
      for (long bytes : cuts(proxy.passed(), random)) {
        Map<PortName, PortConfig> wanted = new LinkedHashMap<>();
        ports.forEach(name -> wanted.put(name, next(random)));
        proxy.cutAfter(bytes);
        try {
          visit(through, wanted);
        } catch (DriverException cut) {
          assertThat(cut.kind()).as("after %d bytes: %s", bytes, cut).isEqualTo(Kind.UNREACHABLE);
        }
        set(wanted);
        assertThat(lab.carried()).as("after %d bytes", bytes).containsAllEntriesOf(wanted);
      }
    }
  }

  /** After every byte when that is a matter of seconds, otherwise after some. */
  private long[] cuts(long bytes, Random random) {
    return bytes <= FEW_BYTES
        ? LongStream.range(0, bytes).toArray()
        : random.longs(randomCases(), 0, bytes).toArray();
  }

  private void visit(SwitchEndpoint endpoint, Map<PortName, PortConfig> wanted) {
    try (SwitchSession session = open(endpoint)) {
      apply(session, wanted);
      session.read(wanted.keySet());
      session.save();
    }
  }

  /** The connection breaks before the line after {@code lines}, the login's among them. */
  private void crash(Map<PortName, PortConfig> wanted, int lines) {
    AtomicInteger left = new AtomicInteger(lines);
    SwitchEndpoint endpoint = claimed(lab.endpoint(), () -> left.getAndDecrement() > 0);
    try (SwitchSession session = open(endpoint)) {
      apply(session, wanted);
    } catch (DriverException crashed) {
      assertThat(crashed.kind()).isEqualTo(Kind.DEADLINE);
    }
  }

  void set(Map<PortName, PortConfig> wanted) {
    try (SwitchSession session = open(lab.endpoint())) {
      apply(session, wanted);
    }
  }

  static void apply(SwitchSession session, Map<PortName, PortConfig> wanted) {
    Map<PortName, PortConfig> read = session.read(wanted.keySet());
    List<PortChange> changes = new ArrayList<>();
    wanted.forEach((name, config) -> changes.add(new PortChange(name, read.get(name), config)));
    session.apply(changes);
  }
}
