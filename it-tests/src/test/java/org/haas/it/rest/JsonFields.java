package org.haas.it.rest;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonPointer;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

/** The fields of a JSON object, however deep, by their pointers. */
final class JsonFields {
  private JsonFields() {}

  static JsonObject parse(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    } catch (JsonException wrong) {
      throw new AssertionError("The table has a body that is no JSON: " + text, wrong);
    }
  }

  /** Every field, such as {@code /nodes/0/name}. */
  static List<String> pointers(JsonObject body) {
    List<String> pointers = new ArrayList<>();
    collect("", body, pointers);
    return pointers;
  }

  private static void collect(String prefix, JsonStructure in, List<String> pointers) {
    if (in instanceof JsonObject object) {
      object.forEach((name, value) -> collectOne(prefix + "/" + name, value, pointers));
    } else if (in instanceof JsonArray array) {
      for (int i = 0; i < array.size(); i++) {
        collectOne(prefix + "/" + i, array.get(i), pointers);
      }
    }
  }

  private static void collectOne(String pointer, JsonValue value, List<String> pointers) {
    pointers.add(pointer);
    if (value instanceof JsonStructure inner) {
      collect(pointer, inner, pointers);
    }
  }

  static String with(JsonObject body, String pointer, JsonValue value) {
    JsonPointer place = Json.createPointer(pointer);
    return (place.containsValue(body) ? place.replace(body, value) : place.add(body, value))
        .toString();
  }

  static String without(JsonObject body, String pointer) {
    return Json.createPointer(pointer).remove(body).toString();
  }
}
