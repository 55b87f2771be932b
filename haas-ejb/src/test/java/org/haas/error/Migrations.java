package org.haas.error;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The names of the constraints that the migrations make and that a request can run into. */
final class Migrations {
  private static final Path FOLDER = Path.of("src/main/resources/db/migration");

  /** Values are checked before they are stored, so a check constraint is no user's business. */
  private static final Pattern NAMED =
      Pattern.compile(
          "constraint\\s+(\\w+)\\s+(?:unique|primary\\s+key|foreign\\s+key|exclude)"
              + "|create\\s+unique\\s+index\\s+(\\w+)"
              + "|constraint\\s*=\\s*'(\\w+)'");

  private Migrations() {}

  /**
   * Names of unique, primary key, foreign key and exclusion constraints, of unique indexes, and of
   * what triggers refuse.
   */
  static Set<String> constraints() {
    Set<String> names = new TreeSet<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.toList()) {
        Matcher matcher = NAMED.matcher(Files.readString(file).replaceAll("--.*", ""));
        while (matcher.find()) {
          IntStream.rangeClosed(1, matcher.groupCount())
              .mapToObj(matcher::group)
              .filter(Objects::nonNull)
              .forEach(names::add);
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return names;
  }
}
