package org.haas.cli.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.JsonWriter;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Map;
import java.util.Optional;
import org.eclipse.parsson.JsonProviderImpl;

/** JSON in and out. */
public final class JsonText {
  /** Named, not looked for: that would read every jar's services at each start. */
  private static final JsonProvider JSON = new JsonProviderImpl();

  private JsonText() {}

  /** A value, if the text is one. */
  public static Optional<JsonValue> read(String text) {
    try (JsonReader reader = JSON.createReader(new StringReader(text))) {
      return Optional.of(reader.readValue());
    } catch (JsonException notJson) {
      return Optional.empty();
    }
  }

  /** An object, if the text is one. */
  public static Optional<JsonObject> object(String text) {
    return read(text).filter(JsonObject.class::isInstance).map(JsonValue::asJsonObject);
  }

  /** A field that is a text. */
  public static Optional<String> text(JsonObject object, String name) {
    return Optional.ofNullable(object.get(name))
        .filter(JsonString.class::isInstance)
        .map(value -> ((JsonString) value).getString());
  }

  /** As a person reads it: two blanks for each level. */
  public static String pretty(JsonValue value) {
    StringWriter text = new StringWriter();
    try (JsonWriter writer =
        JSON.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true)).createWriter(text)) {
      writer.write(value);
    }
    return text.toString().strip();
  }

  /** An object to fill. */
  public static JsonObjectBuilder object() {
    return JSON.createObjectBuilder();
  }

  /** A copy of an object, to change. */
  public static JsonObjectBuilder copy(JsonObject object) {
    return JSON.createObjectBuilder(object);
  }

  /** A list to fill. */
  public static JsonArrayBuilder array() {
    return JSON.createArrayBuilder();
  }

  /** A text as a value. */
  public static JsonString value(String text) {
    return JSON.createValue(text);
  }

  /** A number as a value. */
  public static JsonValue value(long number) {
    return JSON.createValue(number);
  }

  /** A field that is a list; none: empty. */
  public static JsonArray list(JsonObject object, String name) {
    return object.get(name) instanceof JsonArray list ? list : JsonValue.EMPTY_JSON_ARRAY;
  }
}
