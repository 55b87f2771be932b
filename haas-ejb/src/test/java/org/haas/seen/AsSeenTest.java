package org.haas.seen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.haas.error.ErrorCode;
import org.haas.error.HaasException;
import org.junit.jupiter.api.Test;

class AsSeenTest {
  private final AsSeen seen = new AsSeen();

  @Test
  void requireUnchanged_nothingSaid_passes() {
    assertThatCode(() -> seen.requireUnchanged("node", "n")).doesNotThrowAnyException();
    assertThatCode(seen::requireAsked).doesNotThrowAnyException();
  }

  @Test
  void requireUnchanged_asSeen_passes() {
    seen.expect(() -> true);
    assertThatCode(() -> seen.requireUnchanged("node", "n")).doesNotThrowAnyException();
    assertThatCode(seen::requireAsked).doesNotThrowAnyException();
  }

  @Test
  void requireUnchanged_other_isRefusedByName() {
    seen.expect(() -> false);
    assertThatThrownBy(() -> seen.requireUnchanged("node", "n-1"))
        .isInstanceOfSatisfying(
            HaasException.class,
            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.PRECONDITION_FAILED))
        .hasMessage("The node n-1 is not as you saw it any more; read it again, and decide anew.");
  }

  @Test
  void requireAsked_nobodyAsked_failsUntilSomebodyDoes() {
    seen.expect(() -> true);
    assertThatThrownBy(seen::requireAsked).isInstanceOf(IllegalStateException.class);
    seen.requireUnchanged("node", "n");
    assertThatCode(seen::requireAsked).doesNotThrowAnyException();
  }

  @Test
  void requireUnchanged_saidAnewAfterADeadlock_asksAgain() {
    seen.expect(() -> true);
    seen.requireUnchanged("node", "n");
    seen.expect(() -> false);
    assertThatThrownBy(() -> seen.requireUnchanged("node", "n")).isInstanceOf(HaasException.class);
  }
}
