package org.haas.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabelTest {
  @ParameterizedTest
  @ValueSource(strings = {"a", "7", "node-17", "Rack_1.node-2", "a..b"})
  void construct_rightForm_keepsTheText(String text) {
    assertThat(new Label(text)).hasToString(text);
  }

  @ParameterizedTest
  @MethodSource("org.haas.spi.BadTexts#all")
  @ValueSource(strings = {"a/b", "a:b", "a@b", "_a"})
  void construct_anythingElse_isRefusedWithASentence(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Label(text))
        .withMessageStartingWith("A name has 1 to 63");
  }

  @ParameterizedTest
  @ValueSource(ints = {63, 64})
  void construct_length_isAtMost63(int length) {
    String text = "a".repeat(length);
    if (length > 63) {
      assertThatIllegalArgumentException().isThrownBy(() -> new Label(text));
      return;
    }
    assertThat(new Label(text).value()).hasSize(63);
  }
}
