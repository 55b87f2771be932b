package org.haas.headnode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.haas.error.ErrorCode;
import org.haas.error.HaasException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HeadnodeTest {
  private final Headnode head = Examples.head();

  @Test
  void headnode_eachOne_hasAnIdOfItsOwn() {
    assertThat(head.vm()).isNotEqualTo(Examples.head().vm());
    assertThat(head.userDataPlace()).contains(head.vm().toString());
  }

  @ParameterizedTest
  @EnumSource(HeadnodeState.class)
  void requireMade_inEachState_isForStoppedAndRunning(HeadnodeState state) {
    head.become(state);
    if (state == HeadnodeState.STOPPED || state == HeadnodeState.RUNNING) {
      assertThatCode(head::requireMade).doesNotThrowAnyException();
    } else {
      assertThatExceptionOfType(HaasException.class)
          .isThrownBy(head::requireMade)
          .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.ILLEGAL_STATE));
    }
  }

  @Test
  void requireBroken_beingMade_isRefused() {
    assertThatExceptionOfType(HaasException.class)
        .isThrownBy(head::requireBroken)
        .withMessageContaining("creating");
  }

  @Test
  void requireStaying_beingRemoved_isRefused() {
    head.become(HeadnodeState.DELETING);
    assertThatExceptionOfType(HaasException.class).isThrownBy(head::requireStaying);
  }

  @Test
  void wasStarted_startedAtCreation_isTrue() {
    assertThat(head.wasStarted()).isFalse();
    assertThat(new Headnode(Examples.spec(true), 1, 1).wasStarted()).isTrue();
  }
}
