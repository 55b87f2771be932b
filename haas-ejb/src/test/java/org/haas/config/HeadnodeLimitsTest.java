package org.haas.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadnodeLimitsTest {
  @Test
  void parse_fourNumbers_areInTheirOrder() {
    assertThat(HeadnodeLimits.parse("5, 10,16384,200"))
        .isEqualTo(new HeadnodeLimits(5, 10, 16384, 200));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "1,2,3", "1,2,3,x", "1,2,3,4,5", "-1,2,3,4", "1,,3,4", "1,2,3,99999999999"})
  void parse_anythingElse_isRefused(String text) {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> HeadnodeLimits.parse(text));
  }

  @Test
  void limit_tooLarge_isRefused() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> new HeadnodeLimits(1, 1, HeadnodeLimits.MOST + 1, 1));
  }
}
