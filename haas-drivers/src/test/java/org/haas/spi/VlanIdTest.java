package org.haas.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class VlanIdTest {
  @ParameterizedTest
  @ValueSource(strings = {"1", "100", "4094"})
  void parse_number_isThatVlan(String text) {
    assertThat(VlanId.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @MethodSource("org.haas.spi.BadTexts#all")
  @ValueSource(
      strings = {
        "0",
        "4095",
        "-1",
        "+5",
        "007",
        "1e2",
        "0x64",
        "1.0",
        "99999999999",
        "\u0663",
        "\uff11"
      })
  void parse_anythingElse_isRefusedWithASentence(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> VlanId.parse(text))
        .withMessage("A VLAN id is a number from 1 to 4094.");
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 4095, Integer.MAX_VALUE})
  void construct_outOfRange_isRefused(int value) {
    assertThatIllegalArgumentException().isThrownBy(() -> new VlanId(value));
  }
}
