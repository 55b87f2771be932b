package org.haas.launcher;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Runs commands of the system to their end. */
final class Tool {
  private Tool() {}

  /**
   * @throws Failure naming the package that has it, when a command is not installed
   */
  static void require(String command, String debianPackage) {
    boolean there =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
    if (!there) {
      throw new Failure(
          "The command %s is missing: apt-get install %s.".formatted(command, debianPackage));
    }
  }

  /** Runs a command that needs no input. */
  static String run(List<String> command) throws IOException, InterruptedException {
    return run(command, Map.of(), "");
  }

  /**
   * Runs a command and returns what it printed. An interrupt ends the command.
   *
   * @param environment is added to that of the launcher
   * @throws Failure with the command's own words when it does not end with 0
   */
  static String run(List<String> command, Map<String, String> environment, String input)
      throws IOException, InterruptedException {
    Path said = Files.createTempFile("haas", ".out");
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.redirectOutput(said.toFile()).start();
    try (OutputStream stdin = process.getOutputStream()) {
      stdin.write(input.getBytes(StandardCharsets.UTF_8));
    }
    try {
      if (process.waitFor() != 0) {
        String words = Files.readString(said).strip();
        throw new Failure("%s ended with %d: %s".formatted(command, process.exitValue(), words));
      }
      return Files.readString(said);
    } finally {
      process.destroyForcibly();
      Files.delete(said);
    }
  }

  /** Whether a command ends with 0. */
  static boolean succeeds(List<String> command) throws InterruptedException {
    try {
      run(command);
      return true;
    } catch (IOException | Failure no) {
      return false;
    }
  }
}
