package org.haas.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortNameTest {
  @ParameterizedTest
  @ValueSource(strings = {"gi1/0/5", "Ethernet1/12", "p3", "1:12", "eth0.100", "xe-0/0/1", "a@b"})
  void construct_rightForm_keepsTheText(String text) {
    assertThat(new PortName(text)).hasToString(text);
  }

  @ParameterizedTest
  @MethodSource("org.haas.spi.BadTexts#all")
  @ValueSource(strings = {"gi1/0/5 shutdown", "a/../b", "p3\nno shutdown", "gi1/0/5?", "p!"})
  void construct_anythingElse_isRefusedWithASentence(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PortName(text))
        .withMessageStartingWith("A port name has 1 to 64");
  }
}
