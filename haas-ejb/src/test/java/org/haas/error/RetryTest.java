package org.haas.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.PersistenceException;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;

class RetryTest {
  private int calls;

  @Test
  void call_deadlockTwice_isDoneInTheEnd() throws Exception {
    assertThat(Retry.call(() -> failing(2, PSQLState.DEADLOCK_DETECTED))).isEqualTo("done");
    assertThat(calls).isEqualTo(3);
  }

  @Test
  void call_serializationFailure_isDoneAgain() throws Exception {
    assertThat(Retry.call(() -> failing(1, PSQLState.SERIALIZATION_FAILURE))).isEqualTo("done");
    assertThat(calls).isEqualTo(2);
  }

  @Test
  void call_deadlockForEver_isAConflictAfterThreeRetries() {
    assertThatThrownBy(() -> Retry.call(() -> failing(100, PSQLState.DEADLOCK_DETECTED)))
        .satisfies(
            failure -> assertThat(Errors.view(failure).code()).isEqualTo(ErrorCode.CONFLICT));
    assertThat(calls).isEqualTo(4);
  }

  @Test
  void call_anotherViolation_isNotDoneAgain() {
    assertThatExceptionOfType(PersistenceException.class)
        .isThrownBy(() -> Retry.call(() -> failing(1, PSQLState.UNIQUE_VIOLATION)));
    assertThat(calls).isEqualTo(1);
  }

  @Test
  void run_refused_isNotDoneAgain() {
    assertThatExceptionOfType(HaasException.class)
        .isThrownBy(
            () ->
                Retry.run(
                    () -> {
                      calls++;
                      throw HaasException.blocked("Not now.");
                    }));
    assertThat(calls).isEqualTo(1);
  }

  private String failing(int times, PSQLState state) {
    if (++calls <= times) {
      throw new PersistenceException(new PSQLException("rolled back", state));
    }
    return "done";
  }
}
