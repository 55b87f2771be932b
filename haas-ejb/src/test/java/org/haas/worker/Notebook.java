package org.haas.worker;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What was committed: a line for each transaction, in a file that outlives who wrote it. */
public final class Notebook {
  private final Path file;
  private final Doom doom;

  /** For a worker that may die before each line. */
  public Notebook(Path file, Doom doom) {
    this.file = file;
    this.doom = doom;
  }

  /** For one that only reads. */
  public static Notebook reading(Path file) {
    return new Notebook(file, Doom.never());
  }

  /** All lines so far. */
  public List<String> lines() {
    try {
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** What follows that word, in each line that begins with it. */
  public List<String> all(String word) {
    return lines().stream()
        .filter(line -> line.startsWith(word + " "))
        .map(line -> line.substring(word.length() + 1))
        .toList();
  }

  /** Commits a transaction: all of it, or nothing. */
  public void commit(String line) {
    doom.comes();
    try {
      Files.writeString(file, line + "\n", CREATE, APPEND);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
