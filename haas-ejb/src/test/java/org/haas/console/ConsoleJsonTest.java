package org.haas.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.haas.console.ConsoleEvent.Beginning;
import org.haas.console.ConsoleEvent.Kind;
import org.haas.console.ConsoleEvent.Lost;
import org.haas.console.ConsoleEvent.Notice;
import org.haas.console.ConsoleEvent.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleJsonTest {
  static Stream<ConsoleEvent> events() {
    return Stream.of(
        new Notice(Kind.BROKEN, Instant.parse("2026-11-22T16:00:00.123456Z"), "\"ü\u0000\n"),
        new Status(true, 3, "alice", false),
        new Lost(5_000_000_000L),
        new Beginning(new Position(UUID.randomUUID(), 1L << 40)));
  }

  @ParameterizedTest
  @MethodSource("events")
  void read_whatWasWritten_isTheSame(ConsoleEvent event) {
    assertThat(ConsoleJson.read(ConsoleJson.write(event))).contains(event);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"type\":7}",
        "{\"type\":\"later\"}",
        "{\"type\":\"lost\"}",
        "{\"type\":\"lost\",\"bytes\":\"1\"}",
        "{\"type\":\"notice\",\"kind\":\"LATER\",\"at\":\"2026-11-22T16:00:00Z\",\"words\":\"\"}",
        "{\"type\":\"notice\",\"kind\":\"BREAK\",\"at\":\"today\",\"words\":\"\"}",
        "{\"type\":\"beginning\",\"hub\":\"x\",\"position\":1}"
      })
  void read_whatOnlyNewerVersionsKnow_isNothing(String text) {
    assertThat(ConsoleJson.read(text)).isEmpty();
  }

  @Test
  void command_ofAKind_isReadAsThat() {
    assertThat(ConsoleJson.type(ConsoleJson.object(ConsoleJson.command("take")))).isEqualTo("take");
  }
}
