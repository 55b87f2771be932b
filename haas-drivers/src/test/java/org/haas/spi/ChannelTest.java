package org.haas.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelTest {
  @Test
  void parse_bothKinds_areUnderstoodAndWrittenTheSame() {
    assertThat(Channel.parse("vlan/native")).isEqualTo(Channel.NATIVE).hasToString("vlan/native");
    assertThat(Channel.parse("vlan/235"))
        .isEqualTo(Channel.tagged(new VlanId(235)))
        .hasToString("vlan/235");
  }

  @ParameterizedTest
  @MethodSource("org.haas.spi.BadTexts#all")
  @ValueSource(
      strings = {
        "vlan",
        "vlan/",
        "vlan/0",
        "vlan/4095",
        "vlan/01",
        "vlan/1/2",
        "VLAN/native",
        "native",
        "vlan/native ",
        "vlan/\u0663",
        "vlan/-1",
        "235",
        "vlan/12345"
      })
  void parse_anythingElse_isRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Channel.parse(text));
  }
}
