package org.haas.driver.ovs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the JSON that ovs-vsctl writes: maps, lists, strings, whole numbers (as {@code Long}) and
 * booleans. A parser of its own, as one table in one format needs no library in the EAR.
 */
final class Json {
  private static final int DEEPEST = 20;

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
  static Object parse(String text) {
    Json json = new Json(text);
    Object value = json.value(0);
    json.space();
    if (json.at != text.length()) {
      throw json.wrong();
    }
    return value;
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

  private Long number() {
    int start = at;
    while (at < text.length() && "-0123456789".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    try {
      return Long.valueOf(text.substring(start, at));
    } catch (NumberFormatException notWhole) {
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
