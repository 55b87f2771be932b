package org.haas.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VlanPoolTest {
  @ParameterizedTest
  @ValueSource(strings = {"100-999", "2", "100-999,1200", "4094", "5 - 9, 12"})
  void checked_legalPool_isTheText(String pool) {
    assertThat(VlanPool.checked(pool)).isEqualTo(pool);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "1", "1-5", "4095", "9-5", "5,", ",5", "a", "5-", "10-20-30", "99999"})
  void checked_badPool_namesItAndTheForm(String pool) {
    assertThatThrownBy(() -> VlanPool.checked(pool))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("HAAS_VLAN_POOL=" + pool)
        .hasMessageContaining("100-999,1200");
  }
}
