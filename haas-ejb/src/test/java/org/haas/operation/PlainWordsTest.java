package org.haas.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainWordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Switch tor-1 refused: port gi1/0/3 is busy.     | The switch refused: the port is busy.
          Switch tor-1: gi1/0/3: Invalid input.           | The switch: the port: Invalid input.
          Switch tor-1 refused: Interface gi1/0/3 down.   | The switch refused: the port down.
          Switch tor-1 is not tor-11 or a.tor-1.          | The switch is not tor-11 or a.tor-1.
          Switch tor-1: port gi1/0/33 is busy.            | The switch: port gi1/0/33 is busy.
          Login refused.                                  | Login refused.
          """)
  void of_namesOfHardware_areLeftOut(String words, String plain) {
    assertThat(PlainWords.of(words, Optional.of("tor-1"), Optional.of("gi1/0/3"))).isEqualTo(plain);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Switch tor-1: port 1 is 'native 7' when read back, not 'native 1'. | The switch: the port is not as wanted when read back.
          Switch tor-1 did not answer within 10 ms.                          | The switch did not answer within 10 ms.
          """)
  void of_whatIsOnThePort_isLeftOut(String words, String plain) {
    assertThat(PlainWords.of(words, Optional.of("tor-1"), Optional.of("1"))).isEqualTo(plain);
  }

  @ParameterizedTest
  @CsvSource({"Switch tor-1 is away., Switch tor-1 is away."})
  void of_noNames_staysAsItIs(String words, String plain) {
    assertThat(PlainWords.of(words, Optional.empty(), Optional.empty())).isEqualTo(plain);
  }

  @Test
  void of_wordsOfAHypervisor_doNotNameIt() {
    assertThat(PlainWords.of("Hypervisor host-1.rack refused: no space left."))
        .isEqualTo("The hypervisor refused: no space left.");
    assertThat(PlainWords.of("The hypervisor was forgotten.", Optional.empty(), Optional.empty()))
        .isEqualTo("The hypervisor was forgotten.");
  }
}
