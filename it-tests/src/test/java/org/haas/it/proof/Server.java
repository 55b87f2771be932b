package org.haas.it.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.haas.it.Running;

/**
 * The running HaaS as a person at a terminal has it: {@code ./run}, and a kill. The project's
 * folder is the system property {@code haas.project}, or the first one upwards from here that has a
 * {@code run}.
 */
public final class Server {
  private static final Duration PATIENCE = Duration.ofMinutes(6);

  private Server() {}

  /**
   * Starts what is missing, also the lab if it was there.
   *
   * @return how long it took until the portal answered, without the lab
   */
  public static Duration start(boolean withLab) {
    long begin = System.nanoTime();
    run("--detach");
    Duration ready = Duration.ofNanos(System.nanoTime() - begin);
    if (withLab) {
      run("--detach", "--lab");
    }
    return ready;
  }

  /** Stops everything, in order. */
  public static void stop() {
    run("stop");
  }

  /** Whether {@code ./run} built the lab. */
  public static boolean hasLab() {
    return Files.exists(Running.state().resolve("lab-started"));
  }

  /** Ends Payara at once and without a word, as a power cut does. */
  public static void kill() {
    kill(Running.state(), "payara", "KILL");
  }

  /**
   * Sends a signal to a part that {@code ./run} started, and waits for its end.
   *
   * @param part as its files are called, such as {@code postgres}
   * @param signal as kill calls it, such as {@code QUIT}
   */
  static void kill(Path state, String part, String signal) {
    ProcessHandle process = ProcessHandle.of(pid(state, part)).orElseThrow();
    signal(process.pid(), signal);
    try {
      process.onExit().get(30, TimeUnit.SECONDS);
    } catch (Exception immortal) {
      throw new IllegalStateException("%s of %s does not die.".formatted(part, state), immortal);
    }
  }

  /** The process of a part that {@code ./run} started. */
  static long pid(Path state, String part) {
    Path file = state.resolve(part + ".pid");
    try {
      return Long.parseLong(Files.readString(file).strip());
    } catch (IOException unreadable) {
      throw new UncheckedIOException("No %s runs here: %s".formatted(part, file), unreadable);
    }
  }

  /** Sends a signal to a process, as {@code kill} does. */
  static void signal(long pid, String signal) {
    try {
      Process kill = new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).start();
      if (kill.waitFor() != 0) {
        throw new IllegalStateException("kill -%s %d failed".formatted(signal, pid));
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private static void run(String... arguments) {
    run(Map.of("HAAS_STATE", Running.state().toString()), arguments);
  }

  /** {@code ./run} with that in its environment besides this process's own. */
  static void run(Map<String, String> environment, String... arguments) {
    Path project = project();
    Path log = project.resolve("it-tests/target/run.log");
    List<String> command =
        Stream.concat(Stream.of(project.resolve("run").toString()), Stream.of(arguments)).toList();
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(project.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .redirectInput(new java.io.File("/dev/null"));
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroy();
        throw new AssertionError(command + " does not end: " + Files.readString(log));
      }
      if (process.exitValue() != 0) {
        throw new AssertionError(command + " failed: " + Files.readString(log));
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private static Path project() {
    Optional<Path> told = Optional.ofNullable(System.getProperty("haas.project")).map(Path::of);
    return told.or(
            () ->
                Stream.iterate(
                        Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                    .filter(folder -> Files.isExecutable(folder.resolve("run")))
                    .findFirst())
        .orElseThrow(() -> new IllegalStateException("No folder above here has a run script."));
  }
}
