package org.haas.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgesTest {
  @ParameterizedTest
  @CsvSource({
    "-PT5S,0 s",
    "PT0S,0 s",
    "PT119S,119 s",
    "PT2M,2 min",
    "PT1H59M,119 min",
    "PT2H,2 h",
    "PT47H,47 h",
    "P2D,2 d",
    "P400D,400 d"
  })
  void between_anyAge_isShort(Duration age, String words) {
    Instant now = Instant.parse("2026-11-22T12:00:00Z");
    assertThat(Ages.between(now.minus(age), now)).isEqualTo(words);
  }
}
