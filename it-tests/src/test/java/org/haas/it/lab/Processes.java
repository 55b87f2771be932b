package org.haas.it.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The processes of this machine, those in the worlds of labs among them. */
final class Processes {
  private Processes() {}

  /** A process whose command line, words separated by blanks, holds this. */
  static Optional<Long> lineWith(String part) {
    return numbers().filter(number -> line(number).contains(part)).findAny();
  }

  /**
   * The process of that program which works in the folder.
   *
   * @throws java.util.NoSuchElementException there is none
   */
  static long withFolder(String program, Path folder) {
    return numbers()
        .filter(number -> line(number).startsWith(program + " "))
        .filter(number -> isIn(number, folder))
        .findAny()
        .orElseThrow();
  }

  static void signal(long number, String signal) {
    run(List.of("kill", "-" + signal, Long.toString(number)), List.of());
  }

  /** The first word and the others. */
  static List<String> words(String first, String... others) {
    List<String> words = new ArrayList<>(List.of(first));
    words.addAll(Arrays.asList(others));
    return words;
  }

  /**
   * Runs a command to its end and returns what it said.
   *
   * @throws IllegalStateException it failed
   */
  static String run(List<String> command, List<String> more) {
    StringBuilder said = new StringBuilder();
    if (exitCode(command, more, said) != 0) {
      throw new IllegalStateException(command + " " + more + ": " + said);
    }
    return said.toString();
  }

  /** As {@link #run}, failed or not. */
  static String said(List<String> command, List<String> more) {
    StringBuilder said = new StringBuilder();
    int unused = exitCode(command, more, said);
    return said.toString();
  }

  private static int exitCode(List<String> command, List<String> more, StringBuilder said) {
    List<String> words = new ArrayList<>(command);
    words.addAll(more);
    try {
      Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
      said.append(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
      return process.waitFor();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopping);
    }
  }

  private static Stream<Long> numbers() {
    return ProcessHandle.allProcesses().map(ProcessHandle::pid);
  }

  private static String line(long number) {
    try {
      byte[] line = Files.readAllBytes(Path.of("/proc/" + number + "/cmdline"));
      return new String(line, StandardCharsets.UTF_8).replace('\0', ' ');
    } catch (IOException ended) {
      return "";
    }
  }

  private static boolean isIn(long number, Path folder) {
    try {
      return Files.isSameFile(Path.of("/proc/" + number + "/cwd"), folder);
    } catch (IOException ended) {
      return false;
    }
  }
}
