package org.haas.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostmasterFileTest {
  @TempDir private Path folder;
  private Daemon daemon;
  private Path file;

  @BeforeEach
  void open() throws IOException {
    daemon = new Daemon(State.open(folder.resolve("state")), "postgres");
    file = folder.resolve("postmaster.pid");
  }

  @Test
  void adoptOrForget_serverThatStillRuns_isTakenOver() throws Exception {
    Process server =
        new ProcessBuilder("bash", "-c", "sleep 60; exit", "postgres", folder.toString()).start();
    Files.writeString(file, server.pid() + "\n");

    PostmasterFile.in(folder).adoptOrForget(daemon);

    assertThat(daemon.running()).map(ProcessHandle::pid).contains(server.pid());
    assertThat(file).exists();
    daemon.stop("KILL", Duration.ofSeconds(5));
  }

  @Test
  void adoptOrForget_pidOfAnotherProcess_removesTheNote() throws Exception {
    Files.writeString(file, ProcessHandle.current().pid() + "\n");

    PostmasterFile.in(folder).adoptOrForget(daemon);

    assertThat(daemon.running()).isEmpty();
    assertThat(file).doesNotExist();
  }

  @Test
  void adoptOrForget_serverOfOurs_leavesTheNote() throws Exception {
    daemon.start(List.of("sleep", "60"), Map.of(), folder);
    Files.writeString(file, "1\n");

    PostmasterFile.in(folder).adoptOrForget(daemon);

    assertThat(file).exists();
    daemon.stop("KILL", Duration.ofSeconds(5));
  }
}
