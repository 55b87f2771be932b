package org.haas.cli.output;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A column of a table.
 *
 * @param title its head
 * @param path names of fields, from the outside to the inside, with dots; lists on the way are gone
 *     through
 * @param onlyWide whether it is shown only when all is
 */
public record Column(String title, List<String> path, boolean onlyWide) {
  /** Reads {@code TITLE=path}, or {@code path} alone; a {@code +} before it: only when all is. */
  static Column parse(String text) {
    boolean wide = text.startsWith("+");
    String rest = wide ? text.substring(1) : text;
    int equals = rest.indexOf('=');
    String path = rest.substring(equals + 1);
    String title = equals < 0 ? words(path) : rest.substring(0, equals);
    return new Column(title, List.of(path.split("\\.")), wide);
  }

  private static String words(String path) {
    return path.replaceAll("([a-z])([A-Z])", "$1 $2").replace('.', ' ');
  }

  /** What stands there in that row; several values with commas between, nothing: empty. */
  String text(JsonObject row) {
    return values(row, path).map(Column::plain).collect(Collectors.joining(", "));
  }

  private static Stream<JsonValue> values(JsonValue value, List<String> path) {
    if (value instanceof JsonArray list) {
      return list.stream().flatMap(item -> values(item, path));
    }
    if (path.isEmpty()) {
      return value == null || value == JsonValue.NULL ? Stream.empty() : Stream.of(value);
    }
    return value instanceof JsonObject object
        ? values(object.get(path.get(0)), path.subList(1, path.size()))
        : Stream.empty();
  }

  private static String plain(JsonValue value) {
    if (value instanceof JsonString text) {
      return text.getString();
    }
    if (value == JsonValue.TRUE) {
      return "yes";
    }
    return value == JsonValue.FALSE ? "no" : value.toString();
  }
}
