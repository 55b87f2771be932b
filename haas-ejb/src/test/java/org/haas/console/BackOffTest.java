package org.haas.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.haas.spi.DriverException.Kind;
import org.junit.jupiter.api.Test;

class BackOffTest {
  private final BackOff backOff = new BackOff(Duration.ofSeconds(30));

  @Test
  void after_failuresInARow_growsUpToTheLongestUntilItIsForgotten() {
    assertThat(backOff.after(Kind.UNREACHABLE).length()).isEqualTo(Duration.ofMillis(500));
    assertThat(backOff.after(Kind.UNREACHABLE).length()).isEqualTo(Duration.ofSeconds(1));
    for (int i = 0; i < 10; i++) {
      backOff.after(Kind.UNREACHABLE);
    }
    assertThat(backOff.after(Kind.UNREACHABLE).length()).isEqualTo(Duration.ofSeconds(30));
    backOff.forget();
    assertThat(backOff.after(Kind.UNREACHABLE).length()).isEqualTo(Duration.ofMillis(500));
  }

  @Test
  void after_refusal_isLongAndNobodyShortensIt() {
    BackOff.Pause pause = backOff.after(Kind.REFUSED);

    assertThat(pause.refused()).isTrue();
    assertThat(pause.length()).isEqualTo(Duration.ofSeconds(10));
    for (int i = 0; i < 10; i++) {
      backOff.after(Kind.HOST_KEY_CHANGED);
    }
    assertThat(backOff.after(Kind.REFUSED).length()).isEqualTo(Duration.ofMinutes(5));
  }
}
