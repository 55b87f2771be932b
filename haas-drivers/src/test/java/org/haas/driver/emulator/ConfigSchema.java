package org.haas.driver.emulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What elements a configuration in XML may have: an indented text, one name a line.
 *
 * @param kind {@code *} a list whose entries have a name, {@code =} a leaf, {@code +} a leaf that
 *     may be there many times, {@code !} one without a value; anything else holds others
 * @param form of a name or value
 */
record ConfigSchema(String kind, Pattern form, Map<String, ConfigSchema> children) {

  static ConfigSchema of(String file) {
    try (InputStream in = ConfigSchema.class.getResourceAsStream(file)) {
      return parse(
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .toList());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static ConfigSchema parse(List<String> lines) {
    ConfigSchema root = new ConfigSchema("", Pattern.compile(""), new LinkedHashMap<>());
    Deque<ConfigSchema> open = new ArrayDeque<>(List.of(root));
    for (String line : lines) {
      int depth = (line.length() - line.stripLeading().length()) / 2;
      while (open.size() > depth + 1) {
        open.pop();
      }
      String[] words = line.strip().split(" ", 3);
      ConfigSchema child =
          new ConfigSchema(
              words.length > 1 ? words[1] : "",
              Pattern.compile(words.length > 2 ? words[2] : ""),
              new LinkedHashMap<>());
      open.element().children().put(words[0], child);
      open.push(child);
    }
    return root;
  }

  Optional<ConfigSchema> child(String name) {
    return Optional.ofNullable(children.get(name));
  }

  boolean isList() {
    return kind.equals("*");
  }

  boolean hasValue() {
    return kind.equals("=") || kind.equals("+");
  }
}
