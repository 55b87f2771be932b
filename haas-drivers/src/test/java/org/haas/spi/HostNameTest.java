package org.haas.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostNameTest {
  @ParameterizedTest
  @MethodSource("org.haas.spi.BadTexts#all")
  void create_notAName_isRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> new HostName(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"A", "a.b", "a_b", "-a", "a-", "head 1", "a\nb"})
  void create_notAHostName_isRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> new HostName(text));
  }

  @Test
  void of_anyLabel_isAHostName() {
    String letters = "abcXYZ019._-";
    Random random = new Random(5);
    for (int round = 0; round < 2000; round++) {
      StringBuilder name = new StringBuilder("x");
      for (int length = random.nextInt(63); length > 0; length--) {
        name.append(letters.charAt(random.nextInt(letters.length())));
      }
      assertThat(HostName.of(new Label(name.toString())).value()).startsWith("x");
    }
    assertThat(HostName.of(new Label("Head_1.lab-"))).hasToString("head-1-lab");
  }
}
