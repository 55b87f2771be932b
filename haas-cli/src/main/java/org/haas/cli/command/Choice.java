package org.haas.cli.command;

import java.util.List;
import java.util.Locale;

/**
 * An option.
 *
 * @param name without the dashes
 * @param letter its short form without the dash; empty: it has none
 * @param value what follows it, as help calls it; empty: nothing does
 * @param many whether it may come again
 * @param help one sentence
 */
public record Choice(String name, String letter, String value, boolean many, String help) {
  /** Without a short form. */
  public Choice(String name, String value, boolean many, String help) {
    this(name, "", value, many, help);
  }

  /**
   * Reads {@code --force}, {@code --project PROJECT}, {@code --key FILE...}, {@code -f,--file
   * FILE}.
   */
  static Choice parse(String text, String help) {
    List<String> parts = List.of(text.split(" "));
    String value = parts.size() > 1 ? parts.get(1) : "";
    boolean many = value.endsWith("...");
    String names = parts.get(0);
    int comma = names.indexOf(',');
    return new Choice(
        names.substring(comma + 3).toLowerCase(Locale.ROOT),
        comma < 0 ? "" : names.substring(1, comma),
        value.replace("...", ""),
        many,
        help);
  }

  /** Whether it only is there or not. */
  public boolean isFlag() {
    return value.isEmpty();
  }
}
