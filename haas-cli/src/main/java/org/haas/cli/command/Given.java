package org.haas.cli.command;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.haas.cli.process.Failure;

/**
 * What was written on the command line: arguments and options by name; a flag that is there has the
 * value {@code true}.
 */
public record Given(Map<String, List<String>> values) {
  /** Copies them. */
  public Given {
    values = Map.copyOf(values);
  }

  /** One that the command needs. */
  public String text(String name) {
    return optional(name)
        .orElseThrow(
            () -> Failure.usage("%s is missing.".formatted(name.toUpperCase(Locale.ROOT))));
  }

  /** One that may be missing. */
  public Optional<String> optional(String name) {
    return values.getOrDefault(name, List.of()).stream().findFirst();
  }

  /** Those that may come many times, in their order. */
  public List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  /** Whether a flag is there. */
  public boolean has(String name) {
    return values.containsKey(name);
  }

  /** A whole number. */
  public Optional<Long> number(String name) {
    return optional(name)
        .map(
            text -> {
              try {
                return Long.valueOf(text);
              } catch (NumberFormatException wrong) {
                throw Failure.usage("--%s: '%s' is no whole number.".formatted(name, text));
              }
            });
  }
}
