package org.haas.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DaemonTest {
  private static final Duration SOON = Duration.ofSeconds(5);

  @TempDir private Path folder;
  private State state;
  private Daemon daemon;

  @BeforeEach
  void open() throws IOException {
    state = State.open(folder.resolve("state"));
    daemon = new Daemon(state, "sleeper");
  }

  @AfterEach
  void end() throws IOException, InterruptedException {
    daemon.stop("KILL", SOON);
  }

  @Test
  void start_process_runsUnderThePidInTheFile() throws Exception {
    Process process = sleep();

    assertThat(Files.readString(state.folder("sleeper.pid")).strip())
        .isEqualTo(Long.toString(process.pid()));
    assertThat(daemon.running()).map(ProcessHandle::pid).contains(process.pid());
    assertThat(daemon.lost()).isFalse();
  }

  @Test
  void stop_runningProcess_endsItAndForgetsIt() throws Exception {
    Process process = sleep();

    assertThat(daemon.stop("TERM", SOON)).isTrue();

    assertThat(process.waitFor(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(daemon.running()).isEmpty();
    assertThat(daemon.lost()).isFalse();
  }

  @Test
  void stop_processThatDoesNotListen_endsItByForce() throws Exception {
    Process process =
        daemon.start(
            List.of("bash", "-c", "trap '' TERM; echo deaf; while :; do sleep 0.1; done"),
            Map.of(),
            folder);
    Waiting.until(SOON, () -> daemon.lastLines(1).contains("deaf"));

    assertThat(daemon.stop("TERM", Duration.ofMillis(300))).isFalse();

    assertThat(process.waitFor(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void lost_processKilledByOthers_isTrue() throws Exception {
    Process process = sleep();
    process.destroyForcibly().waitFor();

    assertThat(daemon.running()).isEmpty();
    assertThat(daemon.lost()).isTrue();
  }

  @Test
  void stop_pidOfAnotherProcess_leavesThatAlone() throws Exception {
    sleep().destroyForcibly().waitFor();
    long own = ProcessHandle.current().pid();
    Files.writeString(state.folder("sleeper.pid"), own + "\n");

    assertThat(daemon.running()).isEmpty();
    daemon.stop("KILL", SOON);

    assertThat(ProcessIdentity.of(own)).isPresent();
  }

  @Test
  void start_afterARun_keepsTheLogOfThatRun() throws Exception {
    daemon.start(List.of("echo", "first"), Map.of(), folder).waitFor();
    daemon.start(List.of("echo", "second"), Map.of(), folder).waitFor();

    assertThat(daemon.log()).content().isEqualTo("second\n");
    assertThat(state.folder("log").resolve("sleeper.log.1")).content().isEqualTo("first\n");
  }

  private Process sleep() throws IOException {
    return daemon.start(List.of("sleep", "60"), Map.of(), folder);
  }
}
