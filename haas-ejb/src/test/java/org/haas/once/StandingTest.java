package org.haas.once;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StandingTest {
  private static final Fingerprint FIRST = Fingerprint.of("POST", "/a", "1".getBytes(UTF_8));
  private static final Fingerprint OTHER = Fingerprint.of("POST", "/a", "2".getBytes(UTF_8));

  @ParameterizedTest
  @CsvSource({
    "WORKING,  false, BUSY",
    "WORKING,  true,  TAKE",
    "DONE,     false, BUSY",
    "DONE,     true,  LOST",
    "ANSWERED, false, REPLAY",
    "ANSWERED, true,  REPLAY",
    "LOST,     false, LOST",
    "LOST,     true,  LOST"
  })
  void verdict_sameRequest_isByStateAndAge(KeyState state, boolean quiet, Verdict verdict) {
    assertThat(standing(state, quiet, false).verdict(FIRST)).isEqualTo(verdict);
  }

  @ParameterizedTest
  @EnumSource
  void verdict_otherRequest_isReusedWhateverTheState(KeyState state) {
    assertThat(standing(state, false, false).verdict(OTHER)).isEqualTo(Verdict.REUSED);
    assertThat(standing(state, true, false).verdict(OTHER)).isEqualTo(Verdict.REUSED);
  }

  @ParameterizedTest
  @EnumSource
  void verdict_expiredKey_isTakenForAnyRequest(KeyState state) {
    assertThat(standing(state, true, true).verdict(FIRST)).isEqualTo(Verdict.TAKE);
    assertThat(standing(state, true, true).verdict(OTHER)).isEqualTo(Verdict.TAKE);
  }

  private static Standing standing(KeyState state, boolean quiet, boolean expired) {
    return new Standing(UUID.randomUUID(), state, FIRST, quiet, expired, Optional.empty());
  }
}
