package org.haas.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChangeTest {
  static Stream<Change> changes() {
    return Stream.of(
        new Change(
            Change.Kind.NODE, "node-01", Optional.of("node-01"), OptionalLong.of(Long.MAX_VALUE)),
        new Change(Change.Kind.NETWORK, "net", Optional.empty(), OptionalLong.of(0)),
        new Change(Change.Kind.QUEUE, "switch:7", Optional.empty(), OptionalLong.empty()),
        new Change(
            Change.Kind.OPERATION,
            "0e8dd7ac-4a0b-4b0b-9f7c-2d6f6f1f6a5e",
            Optional.of("node-02"),
            OptionalLong.empty()));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void decoded_whatWasEncoded_isTheSame(Change change) {
    assertThat(Change.decoded(change.encoded())).isEqualTo(change);
  }
}
