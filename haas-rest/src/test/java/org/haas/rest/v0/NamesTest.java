package org.haas.rest.v0;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.haas.error.ErrorCode;
import org.haas.error.HaasException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
  @Test
  void known_name_isLabel() {
    assertThat(Names.known("node", "node-7").value()).isEqualTo("node-7");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "../etc", "a\r\nb", "'; drop table node; --", "ü"})
  void known_nameThatCannotBe_isNotFound(String text) {
    assertThatThrownBy(() -> Names.known("node", text)).matches(is(ErrorCode.NOT_FOUND));
  }

  @Test
  void fresh_nameThatCannotBe_isBadArgument() {
    assertThatThrownBy(() -> Names.fresh("node", "a b"))
        .matches(is(ErrorCode.BAD_ARGUMENT))
        .hasMessageStartingWith("node: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no-uuid", "1"})
  void action_noId_isNotFound(String text) {
    assertThatThrownBy(() -> Names.action(text)).matches(is(ErrorCode.NOT_FOUND));
  }

  private static java.util.function.Predicate<Throwable> is(ErrorCode code) {
    return failure -> failure instanceof HaasException refusal && refusal.code() == code;
  }
}
