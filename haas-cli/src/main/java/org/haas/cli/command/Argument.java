package org.haas.cli.command;

import java.util.List;
import java.util.Locale;

/**
 * An argument by its place.
 *
 * @param name in small letters, as it is asked for
 * @param required whether the command needs it
 * @param many whether all that follow belong to it
 * @param choices the words that it can be; empty: any
 */
public record Argument(String name, boolean required, boolean many, List<String> choices) {
  /** Reads {@code NODE}, {@code [CHANNEL]}, {@code ARGS...}, {@code ROLE=admin|regular}. */
  static Argument parse(String text) {
    boolean optional = text.startsWith("[");
    String inside = optional ? text.substring(1, text.length() - 1) : text;
    boolean many = inside.endsWith("...");
    String word = many ? inside.substring(0, inside.length() - 3) : inside;
    int equals = word.indexOf('=');
    String name = (equals < 0 ? word : word.substring(0, equals)).toLowerCase(Locale.ROOT);
    List<String> choices =
        equals < 0 ? List.of() : List.of(word.substring(equals + 1).split("\\|"));
    return new Argument(name, !optional, many, choices);
  }

  /** As help shows it. */
  public String label() {
    return choices.isEmpty()
        ? name.toUpperCase(Locale.ROOT)
        : "{" + String.join("|", choices) + "}";
  }

  /** Whether the text begins an argument, and is no word of the command. */
  static boolean isOne(String text) {
    return text.startsWith("[") || Character.isUpperCase(text.charAt(0));
  }
}
