package org.haas.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.haas.driver.contract.RandomConfigs;
import org.junit.jupiter.api.Test;

class PortChangeTest {
  private static final PortName PORT = new PortName("p1");

  @Test
  void steps_done_areNone() {
    PortConfig config = PortConfig.PARKED.with(Channel.NATIVE, new VlanId(100));

    assertThat(new PortChange(PORT, config, config).steps()).isEmpty();
  }

  @Test
  void steps_oneMoreTagged_leavesTheOthersAlone() {
    PortConfig one = tagged(100);

    assertThat(new PortChange(PORT, one, tagged(100, 101)).steps())
        .containsExactly(PortStep.add(vlans(101)));
    assertThat(new PortChange(PORT, tagged(100, 101), one).steps())
        .containsExactly(PortStep.remove(vlans(101)));
  }

  @Test
  void steps_changeOfTenant_beginWithACutAndEndOpen() {
    List<PortStep> steps = new PortChange(PORT, tagged(100), tagged(101)).steps();

    assertThat(steps.get(0)).isEqualTo(PortStep.cut());
    assertThat(steps.get(steps.size() - 1)).isEqualTo(PortStep.open());
  }

  @Test
  void needsCut_portWhoseStateIsNotKnown_isTrue() {
    assertThat(new PortChange(PORT, PortConfig.EVERYTHING, tagged(100)).needsCut()).isTrue();
    assertThat(new PortChange(PORT, PortConfig.PARKED, tagged(100)).needsCut()).isFalse();
  }

  @Test
  void steps_crashAfterAnyPrefixThenRerun_convergeAndNothingLeaks() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 20_000; round++) {
      PortConfig old = RandomConfigs.next(random, true);
      PortConfig wanted = RandomConfigs.next(random, true);
      List<PortStep> steps = new PortChange(PORT, old, wanted).steps();
      Port port = Port.of(old);
      int crash = random.nextInt(steps.size() + 1);
      for (PortStep step : steps.subList(0, crash)) {
        port = port.after(step);
        assertThat(RandomConfigs.mayFollow(old, wanted, port.carried()))
            .as("seed %d: %s to %s by %s", seed, old, wanted, steps)
            .isTrue();
      }
      for (PortStep step : new PortChange(PORT, port.read(), wanted).steps()) {
        port = port.after(step);
      }
      assertThat(port.read()).as("seed %d: %s to %s", seed, old, wanted).isEqualTo(wanted);
    }
  }

  private static PortConfig tagged(int... ids) {
    return new PortConfig(Optional.empty(), vlans(ids));
  }

  private static NavigableSet<VlanId> vlans(int... ids) {
    NavigableSet<VlanId> vlans = new TreeSet<>();
    for (int id : ids) {
      vlans.add(new VlanId(id));
    }
    return vlans;
  }

  /** A port that does each step as it is written, and refuses what a switch refuses. */
  private record Port(boolean open, Optional<VlanId> untagged, NavigableSet<VlanId> tagged) {
    Port {
      assertThat(untagged.filter(tagged::contains)).isEmpty();
    }

    static Port of(PortConfig config) {
      return new Port(!config.parked(), config.untagged(), config.tagged());
    }

    Port after(PortStep step) {
      NavigableSet<VlanId> more = new TreeSet<>(tagged);
      return switch (step.kind()) {
        case CUT -> new Port(false, untagged, tagged);
        case OPEN -> new Port(true, untagged, tagged);
        case UNTAGGED -> new Port(open, step.vlans().stream().findFirst(), tagged);
        case TAGGED -> new Port(open, untagged, step.vlans());
        case ADD -> {
          more.addAll(step.vlans());
          yield new Port(open, untagged, more);
        }
        case REMOVE -> {
          more.removeAll(step.vlans());
          yield new Port(open, untagged, more);
        }
      };
    }

    PortConfig carried() {
      return open ? new PortConfig(untagged, tagged) : PortConfig.PARKED;
    }

    /** Half-way is no state that can be described. */
    PortConfig read() {
      boolean empty = untagged.isEmpty() && tagged.isEmpty();
      return open == empty ? PortConfig.EVERYTHING : carried();
    }
  }
}
