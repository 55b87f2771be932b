package org.haas.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MacAddressTest {
  @ParameterizedTest
  @ValueSource(strings = {"52:54:00:ab:cd:ef", "52:54:00:AB:CD:EF", "52-54-00-AB-cd-EF"})
  void construct_anySpelling_isOneAddress(String text) {
    assertThat(new MacAddress(text)).hasToString("52:54:00:ab:cd:ef");
  }

  @ParameterizedTest
  @MethodSource("org.haas.spi.BadTexts#all")
  @ValueSource(
      strings = {
        "52:54:00:ab:cd",
        "52:54:00:ab:cd:ef:01",
        "525400abcdef",
        "5254.00ab.cdef",
        "52:54:00:ab:cd:eg",
        "52:54:00:ab:cd:ef\n",
        "52:54:00:ab:cd:\uff11\uff11"
      })
  void construct_anythingElse_isRefused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MacAddress(text))
        .withMessageContaining("52:54:00:12:34:56");
  }
}
