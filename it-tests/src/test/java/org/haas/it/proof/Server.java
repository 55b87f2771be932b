package org.haas.it.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
    Path file = Running.state().resolve("payara.pid");
    try {
      long pid = Long.parseLong(Files.readString(file).strip());
      ProcessHandle payara = ProcessHandle.of(pid).orElseThrow();
      payara.destroyForcibly();
      payara.onExit().get(30, TimeUnit.SECONDS);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("No Payara to kill: " + file + " is missing.", unreadable);
    } catch (Exception immortal) {
      throw new IllegalStateException("Payara of " + file + " does not die.", immortal);
    }
  }

  private static void run(String... arguments) {
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
    builder.environment().put("HAAS_STATE", Running.state().toString());
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
