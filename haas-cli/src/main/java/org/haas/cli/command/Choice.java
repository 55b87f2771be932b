package org.haas.cli.command;

import java.util.List;
import java.util.Locale;

/**
 * An option.
 *
 * @param name without the dashes
 * @param value what follows it, as help calls it; empty: nothing does
 * @param many whether it may come again
 * @param help one sentence
 */
public record Choice(String name, String value, boolean many, String help) {
  /** Reads {@code --force}, {@code --project PROJECT}, {@code --key FILE...}. */
  static Choice parse(String text, String help) {
    List<String> parts = List.of(text.split(" "));
    String value = parts.size() > 1 ? parts.get(1) : "";
    boolean many = value.endsWith("...");
    return new Choice(
        parts.get(0).substring(2).toLowerCase(Locale.ROOT), value.replace("...", ""), many, help);
  }

  /** Whether it only is there or not. */
  public boolean isFlag() {
    return value.isEmpty();
  }
}
