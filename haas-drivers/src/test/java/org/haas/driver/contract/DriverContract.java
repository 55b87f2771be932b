package org.haas.driver.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.haas.spi.Channel;
import org.haas.spi.DriverException;
import org.haas.spi.DriverException.Kind;
import org.haas.spi.PortChange;
import org.haas.spi.PortConfig;
import org.haas.spi.PortName;
import org.haas.spi.SwitchDriver.SwitchSession;
import org.haas.spi.VlanId;
import org.junit.jupiter.api.Test;

/** What every driver does, whatever the switch. A subclass says how to reach one. */
public abstract class DriverContract extends RecoveryContract {
  private static final VlanId RED = new VlanId(101);
  private static final VlanId BLUE = new VlanId(102);
  private static final VlanId GREEN = new VlanId(103);

  /** For subclasses. */
  protected DriverContract() {}

  @Test
  void read_unconfiguredPort_isNotParkedAndNothingThatCanBeWanted() {
    PortConfig read = read(List.of(port)).get(port);

    assertThat(read.parked()).isFalse();
    assertThat(read.carries(new VlanId(1))).isTrue();
  }

  @Test
  void read_severalPorts_answersEachAskedAndNoOther() {
    assertThat(read(List.of(other, port))).containsOnlyKeys(port, other);
    assertThat(read(List.of())).isEmpty();
  }

  @Test
  void read_unknownPort_isRefusedAndNamed() {
    assertThat(failure(() -> read(List.of(port, lab.unknownPort()))))
        .hasMessageContaining(lab.unknownPort().value())
        .extracting(DriverException::kind)
        .isEqualTo(Kind.REFUSED);
  }

  @Test
  void apply_eachKindOfConfiguration_isWhatFramesPassAndWhatIsReadBack() {
    for (PortConfig wanted : wantedInTurn()) {
      set(Map.of(port, wanted));

      assertThat(lab.carried().get(port)).isEqualTo(wanted);
      assertThat(read(List.of(port)).get(port)).isEqualTo(wanted);
    }
  }

  @Test
  void apply_onePort_leavesTheOthersAlone() {
    set(Map.of(port, untagged(RED), other, untagged(BLUE)));
    set(Map.of(port, PortConfig.PARKED));

    assertThat(lab.carried().get(other)).isEqualTo(untagged(BLUE));
  }

  @Test
  void apply_nothingToDo_sendsNothing() {
    set(Map.of(port, untagged(RED)));
    PortConfig read = read(List.of(port)).get(port);
    try (SwitchSession session = open(lab.endpoint())) {
      long before = lab.linesHeard();
      session.apply(List.of(new PortChange(port, read, untagged(RED))));
      session.apply(List.of());

      assertThat(lab.linesHeard()).isEqualTo(before);
    }
  }

  @Test
  void apply_sameChangeTwice_endsTheSame() {
    PortConfig read = read(List.of(port)).get(port);
    PortChange change = new PortChange(port, read, both());
    try (SwitchSession session = open(lab.endpoint())) {
      session.apply(List.of(change));
      session.apply(List.of(change));
    }

    assertThat(lab.carried().get(port)).isEqualTo(both());
  }

  @Test
  void apply_manyPortsInOneVisit_allAreAsWanted() {
    List<PortName> ports = lab.ports().subList(0, 20);
    try (SwitchSession session = open(lab.endpoint())) {
      Map<PortName, PortConfig> read = session.read(ports);
      List<PortChange> changes =
          IntStream.range(0, ports.size())
              .mapToObj(i -> new PortChange(ports.get(i), read.get(ports.get(i)), mixed(i)))
              .toList();
      session.apply(changes);
      session.save();
    }

    Map<PortName, PortConfig> carried = lab.carried();
    for (int i = 0; i < ports.size(); i++) {
      assertThat(carried.get(ports.get(i))).isEqualTo(mixed(i));
    }
  }

  @Test
  void apply_unknownPort_isRefused() {
    PortChange change = new PortChange(lab.unknownPort(), PortConfig.PARKED, untagged(RED));
    try (SwitchSession session = open(lab.endpoint())) {
      assertThat(failure(() -> session.apply(List.of(change))).kind()).isEqualTo(Kind.REFUSED);
      assertThat(session.read(List.of(port))).hasSize(1);
    }
  }

  @Test
  void render_change_isEmptyWhenDoneAndNamesThePortOtherwise() {
    PortChange done = new PortChange(port, untagged(RED), untagged(RED));
    PortChange change = new PortChange(port, untagged(RED), untagged(BLUE));

    assertThat(lab.driver().render(done)).isEmpty();
    assertThat(String.join("\n", lab.driver().render(change))).contains(port.value(), "102");
  }

  @Test
  void save_powerCycle_keepsWhatWasSaved() {
    try (SwitchSession session = open(lab.endpoint())) {
      PortConfig read = session.read(List.of(port)).get(port);
      session.apply(List.of(new PortChange(port, read, untagged(RED))));
      session.save();
    }
    lab.powerCycle();

    assertThat(lab.carried().get(port)).isEqualTo(untagged(RED));
    assertThat(read(List.of(port)).get(port)).isEqualTo(untagged(RED));
  }

  @Test
  void retire_vlanOfNoPort_isHarmlessAndRepeatable() {
    set(Map.of(port, untagged(RED), other, untagged(BLUE)));
    set(Map.of(port, PortConfig.PARKED));
    try (SwitchSession session = open(lab.endpoint())) {
      session.retire(Set.of(RED));
      session.retire(Set.of(RED, GREEN));
    }
    set(Map.of(port, untagged(RED)));

    assertThat(lab.carried())
        .containsEntry(port, untagged(RED))
        .containsEntry(other, untagged(BLUE));
  }

  @Test
  void settings_unknownToEndpoint_areNone() {
    assertThat(lab.driver().settings()).containsAll(lab.endpoint().settings().keySet());
    assertThat(lab.driver().reserved()).doesNotContain(RED, BLUE, GREEN);
    lab.ports().forEach(lab.driver()::validate);
  }

  private List<PortConfig> wantedInTurn() {
    return inTurn().stream()
        .filter(config -> nativeless() || config.parked() || config.untagged().isPresent())
        .toList();
  }

  private static List<PortConfig> inTurn() {
    return List.of(
        PortConfig.PARKED,
        untagged(RED),
        untagged(BLUE),
        both(),
        untagged(GREEN),
        tagged(RED, BLUE),
        tagged(BLUE),
        tagged(GREEN),
        tagged(GREEN, RED).with(Channel.NATIVE, BLUE),
        PortConfig.PARKED,
        tagged(RED),
        untagged(RED),
        PortConfig.PARKED);
  }

  private PortConfig mixed(int index) {
    return wantedInTurn().get(index % wantedInTurn().size());
  }

  private static PortConfig tagged(VlanId... vlans) {
    return new PortConfig(Optional.empty(), new TreeSet<>(List.of(vlans)));
  }

  private static PortConfig both() {
    return tagged(BLUE, GREEN).with(Channel.NATIVE, RED);
  }
}
