package org.haas.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditQueryTest {
  @Test
  void parse_whatWasWritten_isTheSamePlace() {
    AuditPosition place = new AuditPosition(Instant.parse("2026-11-22T10:05:33.123456Z"), 42);
    assertThat(AuditPosition.parse(place.toString())).isEqualTo(place);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "42",
        "2026-11-22T10:05:33Z",
        "2026-11-22T10:05:33Z/",
        "2026-11-22T10:05:33Z/x",
        "+1000000000-12-31T23:59:59Z/1",
        "-1000-01-01T00:00:00Z/1"
      })
  void parse_anythingElse_isRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> AuditPosition.parse(text));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1001})
  void query_limitOutOfRange_isRefused(int limit) {
    assertThatIllegalArgumentException().isThrownBy(() -> query(Optional.empty(), limit));
  }

  @Test
  void query_timeThatNoDatabaseHolds_isRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> query(Optional.of(Instant.MIN), 1));
    assertThatIllegalArgumentException().isThrownBy(() -> query(Optional.of(Instant.MAX), 1));
  }

  private static AuditQuery query(Optional<Instant> from, int limit) {
    return new AuditQuery(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        from,
        Optional.empty(),
        Optional.empty(),
        limit);
  }
}
