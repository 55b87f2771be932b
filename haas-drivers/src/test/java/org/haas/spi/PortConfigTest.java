package org.haas.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PortConfigTest {
  private static final VlanId RED = new VlanId(100);
  private static final VlanId BLUE = new VlanId(101);

  @Test
  void with_channels_addsWhatIsNamed() {
    PortConfig config =
        PortConfig.PARKED.with(Channel.NATIVE, RED).with(Channel.tagged(BLUE), BLUE);

    assertThat(config).hasToString("native 100, tagged 101");
    assertThat(config.vlans()).containsExactly(RED, BLUE);
    assertThat(config.carries(RED)).isTrue();
    assertThat(config.carries(new VlanId(102))).isFalse();
    assertThat(config.parked()).isFalse();
  }

  @Test
  void construct_nativeAndTagged_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PortConfig(Optional.of(RED), new TreeSet<>(List.of(RED, BLUE))))
        .withMessage("VLAN 100 cannot be native and tagged on one port.");
  }

  @Test
  void construct_listChangedLater_doesNotChange() {
    TreeSet<VlanId> list = new TreeSet<>(List.of(RED));
    PortConfig config = new PortConfig(Optional.empty(), list);
    list.add(BLUE);

    assertThat(config.tagged()).containsExactly(RED);
    assertThatThrownBy(() -> config.tagged().add(BLUE))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void everything_isNothingThatCanBeWanted() {
    assertThat(PortConfig.EVERYTHING).hasToString("everything").isNotEqualTo(PortConfig.PARKED);
    assertThat(PortConfig.EVERYTHING.carries(new VlanId(1))).isTrue();
    assertThat(PortConfig.PARKED).hasToString("parked");
    assertThat(PortConfig.PARKED.with(Channel.tagged(RED), RED)).hasToString("tagged 100");
  }
}
