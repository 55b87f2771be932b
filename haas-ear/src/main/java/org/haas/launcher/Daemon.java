package org.haas.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One process that outlives the launcher. Its pid is in {@code NAME.pid}; beside it, {@code
 * NAME.started} tells it from another process that was given the same pid later.
 */
final class Daemon {
  private final State state;
  private final String name;

  Daemon(State state, String name) {
    this.state = state;
    this.name = name;
  }

  /**
   * Starts the process in a session of its own, so that the terminal's Ctrl-C and its end do not
   * reach it. What it prints goes to its log; the log of the run before is kept with {@code .1}.
   *
   * @param environment is added to that of the launcher
   * @param input what it reads from standard input
   */
  Process start(List<String> command, Map<String, String> environment, Path folder, Path input)
      throws IOException {
    List<String> detached = new ArrayList<>(List.of("setsid"));
    detached.addAll(command);
    if (Files.exists(log())) {
      Files.move(log(), log().resolveSibling(name + ".log.1"), StandardCopyOption.REPLACE_EXISTING);
    }
    ProcessBuilder builder = new ProcessBuilder(detached).directory(folder.toFile());
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true).redirectOutput(log().toFile()).redirectInput(input.toFile());
    Process process = builder.start();
    adopt(process.pid());
    return process;
  }

  /** Takes a process that runs already for this one. */
  void adopt(long pid) throws IOException {
    State.privateFile(startedFile(), ProcessIdentity.of(pid).orElse("ended") + "\n");
    State.privateFile(pidFile(), pid + "\n");
  }

  /** The same without anything to read. */
  Process start(List<String> command, Map<String, String> environment, Path folder)
      throws IOException {
    return start(command, environment, folder, new File("/dev/null").toPath());
  }

  /** The process, if it is alive and the very one that was started. */
  Optional<ProcessHandle> running() {
    try {
      if (!Files.exists(pidFile()) || !Files.exists(startedFile())) {
        return Optional.empty();
      }
      long pid = Long.parseLong(Files.readString(pidFile()).strip());
      Optional<String> identity = Optional.of(Files.readString(startedFile()).strip());
      return ProcessIdentity.of(pid).equals(identity) ? ProcessHandle.of(pid) : Optional.empty();
    } catch (IOException | NumberFormatException unreadable) {
      return Optional.empty();
    }
  }

  /** Whether it was started and has ended without being stopped. */
  boolean lost() {
    return Files.exists(pidFile()) && running().isEmpty();
  }

  /**
   * Asks the process to end, and ends it by force when it does not within the time.
   *
   * @param signal in the form of kill, such as INT
   * @return whether it ended by itself
   */
  boolean stop(String signal, Duration patience) throws IOException, InterruptedException {
    Optional<ProcessHandle> process = running();
    boolean clean = true;
    if (process.isPresent()) {
      new ProcessBuilder("kill", "-" + signal, Long.toString(process.get().pid()))
          .start()
          .waitFor();
      clean = Waiting.until(patience, () -> running().isEmpty());
      if (!clean) {
        process.get().destroyForcibly();
        Waiting.until(Duration.ofSeconds(10), () -> running().isEmpty());
      }
    }
    Files.deleteIfExists(pidFile());
    Files.deleteIfExists(startedFile());
    return clean;
  }

  /** The last lines that it printed. */
  String lastLines(int count) {
    return new LogFile(log()).lastLines(count);
  }

  Path log() {
    return state.log(name);
  }

  private Path pidFile() {
    return state.folder(name + ".pid");
  }

  private Path startedFile() {
    return state.folder(name + ".started");
  }
}
