package org.haas.driver.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads and writes JSON: maps, lists, strings, whole numbers (as {@code Long}), other numbers (as
 * {@code Double}), booleans and null. A parser of its own, as what drivers read needs no library in
 * the EAR.
 */
public final class Json {
  private static final int DEEPEST = 20;
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?");

  private final String text;
  private int at;

  private Json(String text) {
    this.text = text;
  }

  /**
   * Reads one value.
   *
   * @throws IllegalArgumentException it is not one, and no more
   */
  public static Object parse(String text) {
    Json json = new Json(text);
    Object value = json.value(0);
    json.space();
    if (json.at != text.length()) {
      throw json.wrong();
    }
    return value;
  }

  /** Writes strings, numbers, booleans, null, and maps and lists of them. */
  public static String text(Object value) {
    if (value instanceof Map<?, ?> members) {
      return members.entrySet().stream()
          .map(member -> quoted(member.getKey().toString()) + ":" + text(member.getValue()))
          .collect(Collectors.joining(",", "{", "}"));
    }
    if (value instanceof List<?> elements) {
      return elements.stream().map(Json::text).collect(Collectors.joining(",", "[", "]"));
    }
    return value instanceof String string ? quoted(string) : String.valueOf(value);
  }

  private static String quoted(String string) {
    StringBuilder text = new StringBuilder("\"");
    for (int i = 0; i < string.length(); i++) {
      char letter = string.charAt(i);
      if (letter == '"' || letter == '\\') {
        text.append('\\').append(letter);
      } else if (letter < ' ') {
        text.append("\\u%04x".formatted((int) letter));
      } else {
        text.append(letter);
      }
    }
    return text.append('"').toString();
  }

  private Object value(int depth) {
    if (depth > DEEPEST) {
      throw wrong();
    }
    space();
    if (skip("{")) {
      return object(depth);
    }
    if (skip("[")) {
      return array(depth);
    }
    if (skip("\"")) {
      return string();
    }
    if (skip("true")) {
      return true;
    }
    if (skip("null")) {
      return null;
    }
    return skip("false") ? (Object) false : number();
  }

  private Map<String, Object> object(int depth) {
    Map<String, Object> members = new LinkedHashMap<>();
    space();
    if (skip("}")) {
      return members;
    }
    do {
      space();
      require("\"");
      String name = string();
      space();
      require(":");
      members.put(name, value(depth + 1));
      space();
    } while (skip(","));
    require("}");
    return members;
  }

  private List<Object> array(int depth) {
    List<Object> elements = new ArrayList<>();
    space();
    if (skip("]")) {
      return elements;
    }
    do {
      elements.add(value(depth + 1));
      space();
    } while (skip(","));
    require("]");
    return elements;
  }

  private String string() {
    StringBuilder read = new StringBuilder();
    while (!skip("\"")) {
      read.append(skip("\\") ? escaped() : next());
    }
    return read.toString();
  }

  private char escaped() {
    char letter = next();
    if (letter == 'u') {
      String digits = "" + next() + next() + next() + next();
      return (char) Integer.parseInt(digits, 16);
    }
    int index = "\"\\/bfnrt".indexOf(letter);
    if (index < 0) {
      throw wrong();
    }
    return "\"\\/\b\f\n\r\t".charAt(index);
  }

  private Number number() {
    int start = at;
    while (at < text.length() && "-+.eE0123456789".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    String read = text.substring(start, at);
    if (!NUMBER.matcher(read).matches()) {
      throw wrong();
    }
    try {
      return read.matches("-?[0-9]+") ? (Number) Long.valueOf(read) : Double.valueOf(read);
    } catch (NumberFormatException tooLong) {
      throw wrong();
    }
  }

  private void space() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private boolean skip(String token) {
    boolean there = text.startsWith(token, at);
    at += there ? token.length() : 0;
    return there;
  }

  private void require(String token) {
    if (!skip(token)) {
      throw wrong();
    }
  }

  private char next() {
    if (at == text.length()) {
      throw wrong();
    }
    return text.charAt(at++);
  }

  private IllegalArgumentException wrong() {
    return new IllegalArgumentException("no JSON at character " + at);
  }
}
