package org.haas.launcher;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** As much of JSON as the launcher needs: one string of an answer. */
final class Json {
  private Json() {}

  /**
   * The first string with this name, which must hold no escapes.
   *
   * @throws Failure when there is none
   */
  static String text(String json, String name) {
    Matcher matcher =
        Pattern.compile("\"" + Pattern.quote(name) + "\"\\s*:\\s*\"([^\"\\\\]*)\"").matcher(json);
    if (!matcher.find()) {
      throw new Failure("An answer has no \"%s\": %.200s".formatted(name, json));
    }
    return matcher.group(1);
  }
}
