package org.haas.it.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A change that takes the tag of what it changes: a row of the resource {@code edits.txt}.
 *
 * @param name verb and path as described
 * @param thing the path of what is tagged
 * @param path of the change
 * @param body of the change; empty: none
 * @param meanwhile what somebody else does to the thing: a verb, a path, maybe a body
 */
record Edit(String name, String thing, String path, String body, String meanwhile) {
  private static final int COLUMNS = 5;

  static List<Edit> all() {
    try (InputStream table = Edit.class.getResourceAsStream("edits.txt")) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(Edit::parse)
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Edit parse(String line) {
    String[] column = line.split("\\|", COLUMNS);
    return new Edit(
        column[0].trim(), column[1].trim(), column[2].trim(), column[3].trim(), column[4].trim());
  }

  String verb() {
    return name.substring(0, name.indexOf(' '));
  }

  Optional<String> json() {
    return Optional.of(body).filter(text -> !text.isEmpty());
  }

  @Override
  public String toString() {
    return name;
  }
}
