package org.haas.console;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.haas.console.ConsoleEvent.Kind;
import org.haas.console.ConsoleEvent.Lost;
import org.haas.console.ConsoleEvent.Notice;
import org.haas.console.ConsoleEvent.Output;
import org.junit.jupiter.api.Test;

class BacklogTest {
  private static final Notice TOLD = new Notice(Kind.RECONNECTED, Instant.EPOCH, "");

  private final Backlog backlog = new Backlog(10);

  @Test
  void next_noticeBetweenBytes_comesBetweenThem() {
    Backlog.Cursor reader = backlog.fromTheBeginning();
    say("ab");
    backlog.append(TOLD);
    say("cd");

    assertThat(all(reader)).containsExactly("ab", "RECONNECTED", "cd");
    assertThat(backlog.next(reader)).isEmpty();
  }

  @Test
  void next_newcomer_seesWhatIsKeptAndMissesNothing() {
    say("0123456789abcdef");

    assertThat(all(backlog.fromTheBeginning())).containsExactly("6789abcdef");
  }

  @Test
  void from_aPosition_goesOnThereWithTheNoticesFromThere() {
    say("ab");
    backlog.append(TOLD);
    say("cd");
    backlog.append(TOLD);
    say("ef");

    assertThat(all(backlog.from(1))).containsExactly("b", "RECONNECTED", "cd", "RECONNECTED", "ef");
    assertThat(all(backlog.from(3))).containsExactly("d", "RECONNECTED", "ef");
    assertThat(all(backlog.from(6))).isEmpty();
    assertThat(all(backlog.from(99))).isEmpty();
    say("0123456789");
    assertThat(all(backlog.from(3))).containsExactly("Lost[bytes=3]", "0123456789");
  }

  @Test
  void next_newcomerWithoutReplay_seesOnlyWhatComes() {
    say("old");
    backlog.append(TOLD);
    Backlog.Cursor reader = backlog.fromNow();
    say("new");

    assertThat(all(reader)).containsExactly("new");
  }

  @Test
  void next_tooSlow_isToldExactlyHowManyBytesAreLost() {
    Backlog.Cursor reader = backlog.fromTheBeginning();
    say("0123456789");
    say("abc");

    assertThat(backlog.next(reader)).contains(new Lost(3));
    assertThat(all(reader)).containsExactly("3456789abc");
  }

  @Test
  void append_manyNotices_keepsABoundedNumber() {
    for (int i = 0; i < 10_000; i++) {
      backlog.append(TOLD);
    }

    assertThat(all(backlog.fromTheBeginning())).hasSize(256);
  }

  private void say(String text) {
    backlog.append(text.getBytes(US_ASCII), text.length());
  }

  private List<String> all(Backlog.Cursor reader) {
    List<String> told = new ArrayList<>();
    for (Optional<ConsoleEvent> event = backlog.next(reader);
        event.isPresent();
        event = backlog.next(reader)) {
      if (event.get() instanceof Output output) {
        told.add(new String(output.bytes(), US_ASCII));
      } else if (event.get() instanceof Notice notice) {
        told.add(notice.kind().name());
      } else {
        told.add(event.get().toString());
      }
    }
    return told;
  }
}
