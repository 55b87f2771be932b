package org.haas.document;

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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.haas.spi.Label;

/**
 * The fields of one JSON object, each asked for by name and turned into a value. Whatever is wrong
 * is an {@link InvalidRequest} that names the field; {@code null} counts as absent.
 */
public final class Fields {
  /** The longest text that a field takes unless it says otherwise, in characters. */
  public static final int LONGEST_TEXT = 1000;

  private final JsonObject json;
  private final String prefix;
  private final Set<String> asked = new HashSet<>();

  private Fields(JsonObject json, String prefix) {
    this.json = json;
    this.prefix = prefix;
  }

  /**
   * Reads the object. A field that the reader does not ask for is refused.
   *
   * @param prefix put before the names in messages, such as {@code nodes[3].}; may be empty
   */
  public static <T> T read(JsonObject json, String prefix, Function<Fields, T> reader) {
    Fields fields = new Fields(json, prefix);
    T value = reader.apply(fields);
    for (String name : json.keySet()) {
      if (!fields.asked.contains(name)) {
        throw fields.wrong(name, "there is no such field here.");
      }
    }
    return value;
  }

  /** Whether the field is there; it counts as asked for. */
  public boolean has(String name) {
    return find(name).isPresent();
  }

  /** A name. */
  public Label label(String name) {
    return value(name, Label::new);
  }

  /** A name, if there. */
  public Optional<Label> optionalLabel(String name) {
    return optional(name, Label::new);
  }

  /** A text of one line, 1 to {@link #LONGEST_TEXT} characters. */
  public String text(String name) {
    return value(name, Function.identity());
  }

  /** A text of one line, 1 to {@code longest} characters. */
  public String text(String name, int longest) {
    return optionalText(name, longest).orElseThrow(() -> missing(name));
  }

  /** A text of one line, 1 to {@link #LONGEST_TEXT} characters, if there. */
  public Optional<String> optionalText(String name) {
    return optional(name, Function.identity());
  }

  /** A text of one line, 1 to {@code longest} characters, if there. */
  public Optional<String> optionalText(String name, int longest) {
    return find(name).map(value -> line(name, value, longest));
  }

  /** A text of 1 to {@code longest} characters that may have several lines, if there. */
  public Optional<String> optionalLines(String name, int longest) {
    return find(name).map(value -> string(name, value, longest));
  }

  /**
   * A text turned into a value.
   *
   * @param form throws IllegalArgumentException with a sentence
   */
  public <T> T value(String name, Function<String, T> form) {
    return optional(name, form).orElseThrow(() -> missing(name));
  }

  /** A text turned into a value, if there. */
  public <T> Optional<T> optional(String name, Function<String, T> form) {
    return optionalText(name, LONGEST_TEXT).map(text -> Forms.convert(prefix + name, text, form));
  }

  /** One of an enum's words. */
  public <E extends Enum<E>> E word(String name, Class<E> words) {
    return value(name, text -> Forms.word(words, text));
  }

  /** One of an enum's words, if there. */
  public <E extends Enum<E>> Optional<E> optionalWord(String name, Class<E> words) {
    return optional(name, text -> Forms.word(words, text));
  }

  /** True or false. */
  public boolean flag(String name) {
    return optionalFlag(name).orElseThrow(() -> missing(name));
  }

  /** True or false, if there. */
  public Optional<Boolean> optionalFlag(String name) {
    return find(name)
        .map(
            value -> {
              if (value != JsonValue.TRUE && value != JsonValue.FALSE) {
                throw wrong(name, "this is true or false.");
              }
              return value == JsonValue.TRUE;
            });
  }

  /** A whole number from {@code least} to {@code most}, if there. */
  public Optional<Integer> optionalNumber(String name, int least, int most) {
    return find(name)
        .map(
            value -> {
              BigDecimal number = value instanceof JsonNumber n ? n.bigDecimalValue() : null;
              if (number == null
                  || number.scale() != 0
                  || number.compareTo(BigDecimal.valueOf(least)) < 0
                  || number.compareTo(BigDecimal.valueOf(most)) > 0) {
                throw wrong(name, "this is a whole number from %d to %d.".formatted(least, most));
              }
              return number.intValueExact();
            });
  }

  /** Any JSON value, {@code null} too. */
  public JsonValue json(String name) {
    asked.add(name);
    JsonValue value = json.get(name);
    if (value == null) {
      throw missing(name);
    }
    return value;
  }

  /** An object whose names the caller chooses, each value any JSON; empty when it is not there. */
  public Map<String, JsonValue> map(String name) {
    return find(name).map(value -> Map.copyOf(object(name, value))).orElse(Map.of());
  }

  /** An object whose names the caller chooses, each value a text; empty when it is not there. */
  public Map<String, String> texts(String name) {
    Map<String, String> texts = new LinkedHashMap<>();
    map(name).forEach((key, value) -> texts.put(key, line(name + "." + key, value, LONGEST_TEXT)));
    return texts;
  }

  /** Objects, each read the same way; empty when the field is not there. */
  public <T> List<T> objects(String name, Function<Fields, T> reader) {
    List<JsonValue> items = items(name);
    List<T> values = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      String place = "%s[%d]".formatted(name, i);
      values.add(read(object(place, items.get(i)), prefix + place + ".", reader));
    }
    return values;
  }

  /** An object that is read in its own way. */
  public <T> Optional<T> optionalObject(String name, Function<Fields, T> reader) {
    return find(name).map(value -> read(object(name, value), prefix + name + ".", reader));
  }

  /** Texts, each turned into a value; empty when the field is not there. */
  public <T> List<T> values(String name, Function<String, T> form) {
    return values(name, LONGEST_TEXT, form);
  }

  /** The same, of texts of 1 to {@code longest} characters. */
  public <T> List<T> values(String name, int longest, Function<String, T> form) {
    List<JsonValue> items = items(name);
    List<T> values = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      String place = "%s[%d]".formatted(name, i);
      values.add(Forms.convert(prefix + place, line(place, items.get(i), longest), form));
    }
    return values;
  }

  /** An exception that says what is wrong with a field. */
  public InvalidRequest wrong(String name, String why) {
    return InvalidRequest.field(prefix + name, why);
  }

  private Optional<JsonValue> find(String name) {
    asked.add(name);
    return Optional.ofNullable(json.get(name)).filter(value -> value != JsonValue.NULL);
  }

  private List<JsonValue> items(String name) {
    JsonValue value = find(name).orElse(JsonValue.EMPTY_JSON_ARRAY);
    if (value instanceof JsonArray array) {
      return array;
    }
    throw wrong(name, "this is a list.");
  }

  private JsonObject object(String name, JsonValue value) {
    if (value instanceof JsonObject object) {
      return object;
    }
    throw wrong(name, "this is an object.");
  }

  private String line(String name, JsonValue value, int longest) {
    String text = string(name, value, longest);
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw wrong(name, "this is a text of one line.");
    }
    return text;
  }

  private String string(String name, JsonValue value, int longest) {
    if (!(value instanceof JsonString text)) {
      throw wrong(name, "this is a text.");
    }
    if (text.getString().isEmpty() || text.getString().length() > longest) {
      throw wrong(name, "this is a text of 1 to %d characters.".formatted(longest));
    }
    return text.getString();
  }

  private InvalidRequest missing(String name) {
    return wrong(name, "this field is required.");
  }
}
