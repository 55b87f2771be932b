package org.haas.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.haas.spi.VlanId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VlanPoolTest {
  @Test
  void parse_rangesAndSingleIds_holdsThemAll() {
    assertThat(VlanPool.parse(" 100-102 , 1200,2-2 ").ids())
        .containsExactly(
            new VlanId(2), new VlanId(100), new VlanId(101), new VlanId(102), new VlanId(1200));
  }

  @Test
  void parse_overlappingRanges_holdsEachIdOnce() {
    assertThat(VlanPool.parse("100-105,103-110").ids()).hasSize(11);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "1-10",
        "0",
        "4095",
        "100-4095",
        "200-100",
        "100,",
        ",100",
        "100,,200",
        "100-",
        "-100",
        "100-200-300",
        "a",
        "100 200",
        "10000",
        "+5",
        "1e2",
        "\u0661\u0660\u0660"
      })
  void parse_anythingElse_isRefusedShowingIt(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> VlanPool.parse(text))
        .withMessageStartingWith("haas.vlan.pool")
        .withMessageEndingWith(": " + text);
  }

  @Test
  void ids_changed_isRefused() {
    VlanPool pool = VlanPool.parse("100-102");
    assertThatThrownBy(() -> pool.ids().clear()).isInstanceOf(UnsupportedOperationException.class);
  }
}
