package org.haas.once;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoredAnswerTest {
  @ParameterizedTest
  @CsvSource({"200, true", "202, true", "404, true", "409, true", "500, false", "503, false"})
  void isKept_byStatus_unlessAFailureOfOurs(int status, boolean kept) {
    assertThat(answer(status, "{}").isKept()).isEqualTo(kept);
  }

  @Test
  void isKept_longBody_countsBytesNotCharacters() {
    assertThat(answer(200, "x".repeat(StoredAnswer.MAX_BYTES)).isKept()).isTrue();
    assertThat(answer(200, "x".repeat(StoredAnswer.MAX_BYTES + 1)).isKept()).isFalse();
    assertThat(answer(200, "ä".repeat(StoredAnswer.MAX_BYTES / 2 + 1)).isKept()).isFalse();
  }

  @Test
  void toString_answerWithASecret_doesNotShowIt() {
    assertThat(answer(201, "{\"ticket\":\"hunter2\"}").toString()).doesNotContain("hunter2");
  }

  private static StoredAnswer answer(int status, String body) {
    return new StoredAnswer(status, Optional.empty(), Optional.empty(), Optional.empty(), body);
  }
}
