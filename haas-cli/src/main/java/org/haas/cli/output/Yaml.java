package org.haas.cli.output;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.haas.cli.json.JsonText;

/** YAML 1.2 of JSON; texts that could be taken for something else stand in JSON's quotes. */
final class Yaml {
  private static final Pattern BARE =
      Pattern.compile("[A-Za-z/][A-Za-z0-9_./@+-]*( [A-Za-z0-9_./@+-]+)*");
  private static final Set<String> WORDS =
      Set.of("null", "true", "false", "yes", "no", "on", "off", "y", "n");

  private final StringBuilder text = new StringBuilder();

  private Yaml() {}

  static String write(JsonValue value) {
    Yaml yaml = new Yaml();
    yaml.node(value, 0, false);
    return yaml.text.toString();
  }

  /** Writes a value; what has lines of its own begins a new one unless it may go on here. */
  private void node(JsonValue value, int depth, boolean afterName) {
    if (value instanceof JsonObject object && !object.isEmpty()) {
      object(object, depth, afterName);
    } else if (value instanceof JsonArray list && !list.isEmpty()) {
      list(list, depth, afterName);
    } else {
      text.append(afterName ? " " : "").append(scalar(value)).append('\n');
    }
  }

  private void object(JsonObject object, int depth, boolean afterName) {
    boolean here = !afterName;
    text.append(afterName ? "\n" : "");
    for (Map.Entry<String, JsonValue> field : object.entrySet()) {
      text.append(here ? "" : "  ".repeat(depth)).append(quoted(field.getKey())).append(':');
      node(field.getValue(), depth + 1, true);
      here = false;
    }
  }

  private void list(JsonArray list, int depth, boolean afterName) {
    boolean here = !afterName;
    text.append(afterName ? "\n" : "");
    for (JsonValue item : list) {
      text.append(here ? "" : "  ".repeat(depth)).append("- ");
      node(item, depth + 1, false);
      here = false;
    }
  }

  private static String scalar(JsonValue value) {
    return value instanceof JsonString text ? quoted(text.getString()) : value.toString();
  }

  private static String quoted(String text) {
    boolean bare = BARE.matcher(text).matches() && !WORDS.contains(text.toLowerCase(Locale.ROOT));
    return bare ? text : JsonText.value(text).toString();
  }
}
