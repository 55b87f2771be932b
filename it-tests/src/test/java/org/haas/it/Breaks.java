package org.haas.it;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What would break a client of an older description of an API with a newer one. What is new breaks
 * nobody: operations, parameters and fields that need not be there, answers' fields and words.
 */
final class Breaks {
  private static final Set<String> LEAST = Set.of("minimum", "minLength", "minItems");
  private static final Set<String> MOST = Set.of("maximum", "maxLength", "maxItems");

  /** Of a place: deeper is a schema that contains itself. */
  private static final int LONGEST = 500;

  private final JsonObject before;
  private final JsonObject now;
  private final List<String> found = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  private Breaks(JsonObject before, JsonObject now) {
    this.before = before;
    this.now = now;
  }

  /** Sentences; none if no client breaks. */
  static List<String> between(JsonObject before, JsonObject now) {
    Breaks breaks = new Breaks(before, now);
    object(before, "paths")
        .forEach(
            (path, item) ->
                item.asJsonObject()
                    .forEach(
                        (verb, operation) ->
                            breaks.operation(
                                verb.toUpperCase(Locale.ROOT) + " " + path,
                                operation.asJsonObject(),
                                object(object(object(now, "paths"), path), verb))));
    return breaks.found;
  }

  private void operation(String name, JsonObject old, JsonObject current) {
    if (current.isEmpty()) {
      found.add(name + " is gone");
      return;
    }
    if (!text(old, "operationId").equals(text(current, "operationId"))) {
      found.add(name + " has another operationId");
    }
    parameters(name, parameters(old), parameters(current));
    JsonObject oldBody = object(old, "requestBody");
    JsonObject body = object(current, "requestBody");
    if (body.getBoolean("required", false) && !oldBody.getBoolean("required", false)) {
      found.add(name + " needs a body now");
    }
    if (!oldBody.isEmpty()) {
      contents(name + ", body", object(oldBody, "content"), object(body, "content"), true);
    }
    object(old, "responses")
        .forEach(
            (status, response) -> {
              String at = name + ", answer " + status;
              JsonObject answer = object(object(current, "responses"), status);
              if (answer.isEmpty()) {
                found.add(at + " is gone");
              } else {
                contents(
                    at,
                    object(response.asJsonObject(), "content"),
                    object(answer, "content"),
                    false);
              }
            });
  }

  private void parameters(
      String name, Map<String, JsonObject> old, Map<String, JsonObject> current) {
    old.forEach(
        (of, parameter) -> {
          String at = name + ", parameter " + of;
          if (current.containsKey(of)) {
            schema(at, object(parameter, "schema"), object(current.get(of), "schema"), true);
          } else {
            found.add(at + " is gone");
          }
        });
    current.forEach(
        (of, parameter) -> {
          boolean needed = old.containsKey(of) && old.get(of).getBoolean("required", false);
          if (parameter.getBoolean("required", false) && !needed) {
            found.add(name + ", parameter " + of + " is required now");
          }
        });
  }

  private void contents(String at, JsonObject old, JsonObject current, boolean asked) {
    old.forEach(
        (type, media) -> {
          if (current.containsKey(type)) {
            schema(
                at,
                object(media.asJsonObject(), "schema"),
                object(object(current, type), "schema"),
                asked);
          } else {
            found.add(at + " is no " + type + " any more");
          }
        });
  }

  /**
   * @param asked whether clients send it; they read it otherwise
   */
  private void schema(String at, JsonObject oldOne, JsonObject one, boolean asked) {
    if (!seen.add(at) || at.length() > LONGEST) {
      return;
    }
    JsonObject old = resolved(oldOne, before);
    JsonObject current = resolved(one, now);
    type(at, text(old, "type"), text(current, "type"), asked);
    words(at, old, current, asked);
    if (asked) {
      limits(at, old, current);
    }
    fields(at, old, current, asked);
    if (old.containsKey("items")) {
      schema(at + "[]", object(old, "items"), object(current, "items"), asked);
    }
    if (object(old, "additionalProperties") != JsonValue.EMPTY_JSON_OBJECT) {
      schema(
          at + ".*",
          object(old, "additionalProperties"),
          object(current, "additionalProperties"),
          asked);
    }
  }

  private void type(String at, String old, String current, boolean asked) {
    boolean wider =
        asked && (current.isEmpty() || (old.equals("integer") && current.equals("number")));
    if (!old.equals(current) && !wider) {
      found.add("%s was %s and is %s".formatted(at, old, current));
    }
  }

  private void words(String at, JsonObject old, JsonObject current, boolean asked) {
    Set<String> words = new TreeSet<>(strings(old, "enum"));
    if (!current.containsKey("enum")) {
      return;
    }
    if (words.isEmpty() && asked) {
      found.add(at + " may be some words only now");
    }
    words.removeAll(strings(current, "enum"));
    words.forEach(word -> found.add(at + " may not be " + word + " any more"));
  }

  private void limits(String at, JsonObject old, JsonObject current) {
    LEAST.forEach(limit -> limit(at, limit, old, current, 1));
    MOST.forEach(limit -> limit(at, limit, old, current, -1));
    String pattern = text(current, "pattern");
    if (!pattern.isEmpty() && !pattern.equals(text(old, "pattern"))) {
      found.add(at + " has another pattern");
    }
  }

  private void limit(String at, String limit, JsonObject old, JsonObject current, int direction) {
    if (current.get(limit) instanceof JsonNumber number) {
      BigDecimal value = number.bigDecimalValue();
      boolean narrower =
          !(old.get(limit) instanceof JsonNumber was)
              || value.compareTo(was.bigDecimalValue()) * direction > 0;
      if (narrower) {
        found.add("%s has a %s of %s now".formatted(at, limit, value));
      }
    }
  }

  private void fields(String at, JsonObject old, JsonObject current, boolean asked) {
    JsonObject fields = object(current, "properties");
    object(old, "properties")
        .forEach(
            (name, field) -> {
              if (fields.containsKey(name)) {
                schema(at + "." + name, field.asJsonObject(), object(fields, name), asked);
              } else {
                found.add("%s.%s is gone".formatted(at, name));
              }
            });
    Set<String> changed = new TreeSet<>(strings(asked ? current : old, "required"));
    changed.removeAll(strings(asked ? old : current, "required"));
    changed.stream()
        .filter(name -> fields.containsKey(name))
        .map(
            name ->
                "%s.%s %s".formatted(at, name, asked ? "is required now" : "may be missing now"))
        .forEach(found::add);
  }

  /** With what a reference, alone or as the only one of all, is to. */
  private static JsonObject resolved(JsonObject schema, JsonObject document) {
    if (schema.get("allOf") instanceof JsonArray all && all.size() == 1) {
      return resolved(all.getJsonObject(0), document);
    }
    String reference = text(schema, "$ref");
    return reference.isEmpty()
        ? schema
        : resolved(document.getValue(reference.substring(1)).asJsonObject(), document);
  }

  private static Map<String, JsonObject> parameters(JsonObject operation) {
    Map<String, JsonObject> parameters = new LinkedHashMap<>();
    if (operation.get("parameters") instanceof JsonArray all) {
      for (JsonValue each : all) {
        JsonObject parameter = each.asJsonObject();
        parameters.put(parameter.getString("name") + " in " + parameter.getString("in"), parameter);
      }
    }
    return parameters;
  }

  private static List<String> strings(JsonObject of, String name) {
    return of.get(name) instanceof JsonArray array
        ? array.getValuesAs(JsonString::getString)
        : List.of();
  }

  private static String text(JsonObject of, String name) {
    return of.get(name) instanceof JsonString text ? text.getString() : "";
  }

  private static JsonObject object(JsonObject of, String name) {
    return of.get(name) instanceof JsonObject found ? found : JsonValue.EMPTY_JSON_OBJECT;
  }
}
