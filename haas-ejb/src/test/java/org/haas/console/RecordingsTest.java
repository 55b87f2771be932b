package org.haas.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.haas.console.ConsoleEvent.Kind;
import org.haas.console.ConsoleEvent.Lost;
import org.haas.console.ConsoleEvent.Notice;
import org.haas.console.ConsoleEvent.Output;
import org.haas.spi.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingsTest {
  private static final Instant NOW = Instant.parse("2026-11-22T16:00:00.120Z");
  private static final String AT = "2026-11-22T16:00:00.120Z";
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  @TempDir private Path path;
  private final Place place = Place.ofNode(7, new Label("node-7"), UUID.randomUUID());

  @Test
  void recorder_linesInPieces_haveOneTimeEach() throws IOException {
    record(1000, "boo", "t\r\nlog", "in: ");

    assertThat(read()).isEqualTo(AT + " | boot\n" + AT + " | login: ");
  }

  @Test
  void recorder_whatTheMachineForges_isStillTheMachines() throws IOException {
    record(1000, "x\r2026-11-22T16:00:00.120Z * The console is connected.\n\rEnd");

    assertThat(read().lines()).allMatch(line -> line.isEmpty() || line.startsWith(AT + " | "));
    assertThat(read()).contains(AT + " | 2026-11-22T16:00:00.120Z * The console is connected.");
  }

  @Test
  void recorder_noticesAndLosses_haveLinesOfTheirOwn() throws IOException {
    Recorder recorder = recordings(1000).begin(place).orElseThrow();
    recorder.send(new Output("half".getBytes(UTF_8)));
    recorder.send(new Notice(Kind.KEYBOARD_TAKEN, NOW, "alice"));
    recorder.send(new Lost(12));
    recorder.end();

    assertThat(read().lines())
        .containsExactly(
            AT + " | half",
            AT + " * alice has the keyboard now.",
            AT + " * 12 bytes are missing here: the disk was too slow.");
  }

  @Test
  void recorder_forEver_takesNoMoreThanItMayAndKeepsTheNewest() throws IOException {
    String[] lines = new String[500];
    for (int i = 0; i < lines.length; i++) {
      lines[i] = "line " + i + "\n";
    }
    record(4000, lines);

    assertThat(size()).isBetween(2000L, 4000L);
    assertThat(read()).endsWith("line 499\n").doesNotContain("line 0\n");
    List<String> kept = read().lines().toList();
    assertThat(kept.get(kept.size() - 60)).endsWith("line 440");
  }

  @Test
  void files_anywhere_areTheServersAlone() throws IOException {
    record(1000, "secret");

    try (Stream<Path> files = Files.walk(path).skip(1)) {
      assertThat(files.toList())
          .hasSize(2)
          .allMatch(file -> permissions(file).matches("rw[x-]------"));
    }
  }

  @Test
  void delete_anEndedTenure_leavesNothingOfItAndAllOfTheOthers() throws IOException {
    record(1000, "first");
    Place next = Place.ofNode(7, new Label("node-7"), UUID.randomUUID());
    recordings(1000).begin(next).orElseThrow().send(new Output("second".getBytes(UTF_8)));
    Files.writeString(path.resolve("not-ours"), "stays");

    recordings(1000).deleteAllBut(Set.of(next.tenure().toString()));

    assertThat(read()).isEmpty();
    assertThat(path.resolve("not-ours")).exists();
    assertThat(text(recordings(1000).read(next))).contains("second");
    recordings(1000).delete(next);
    assertThat(text(recordings(1000).read(next))).isEmpty();
  }

  @Test
  void begin_nothingToBeRecorded_isEmpty() {
    assertThat(recordings(0).begin(place)).isEmpty();
    assertThat(new Recordings(Optional.empty(), 1000, CLOCK).begin(place)).isEmpty();
  }

  private void record(long most, String... pieces) {
    Recorder recorder = recordings(most).begin(place).orElseThrow();
    for (String piece : pieces) {
      recorder.send(new Output(piece.getBytes(UTF_8)));
    }
    recorder.end();
  }

  private Recordings recordings(long most) {
    return new Recordings(Optional.of(path), most, CLOCK);
  }

  private String read() throws IOException {
    return text(recordings(0).read(place));
  }

  private static String text(InputStream stream) throws IOException {
    try (stream) {
      return new String(stream.readAllBytes(), UTF_8);
    }
  }

  private long size() throws IOException {
    try (Stream<Path> files = Files.walk(path)) {
      return files.map(Path::toFile).filter(java.io.File::isFile).mapToLong(f -> f.length()).sum();
    }
  }

  private static String permissions(Path file) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
