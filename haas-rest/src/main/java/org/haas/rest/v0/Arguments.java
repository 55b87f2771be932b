package org.haas.rest.v0;

import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.haas.document.InvalidRequest;

/**
 * The arguments of this request, as {@link ArgumentsFilter} found them. A text may be empty here:
 * in HIL that says "none". Every method refuses an argument of another type than the one asked for.
 */
@RequestScoped
public class Arguments {
  /** The longest text, in characters. */
  private static final int LONGEST = 1000;

  private JsonObject given = JsonValue.EMPTY_JSON_OBJECT;

  /** Arguments that are set later. */
  public Arguments() {}

  void are(JsonObject object) {
    given = object;
  }

  /** A text. */
  public String text(String name) {
    return optionalText(name).orElseThrow(() -> missing(name));
  }

  /** A text, if it is there. */
  public Optional<String> optionalText(String name) {
    return Optional.ofNullable(given.get(name)).map(value -> text(name, value));
  }

  /** True or false. */
  public boolean flag(String name) {
    return optionalFlag(name).orElseThrow(() -> missing(name));
  }

  /** True or false, if it is there. */
  public Optional<Boolean> optionalFlag(String name) {
    return Optional.ofNullable(given.get(name)).map(value -> flag(name, value));
  }

  /** Any JSON value, null too. */
  public JsonValue value(String name) {
    return Optional.ofNullable(given.get(name)).orElseThrow(() -> missing(name));
  }

  /** An object whose names the caller chooses; empty when it is not there. */
  public Map<String, JsonValue> map(String name) {
    return given.containsKey(name) ? object(name) : Map.of();
  }

  /** The arguments inside an argument that is an object with exactly these members. */
  public Arguments inside(String name, String... members) {
    JsonObject object = object(name);
    if (!object.keySet().equals(Set.of(members))) {
      throw InvalidRequest.field(
          name, "this is an object with exactly %s.".formatted(String.join(" and ", members)));
    }
    Arguments inside = new Arguments();
    inside.are(object);
    return inside;
  }

  /** The names of all arguments but these. */
  public Set<String> namesBesides(String... known) {
    Set<String> names = new HashSet<>(given.keySet());
    Arrays.asList(known).forEach(names::remove);
    return names;
  }

  private JsonObject object(String name) {
    if (value(name) instanceof JsonObject object) {
      return object;
    }
    throw InvalidRequest.field(name, "this is an object.");
  }

  private static String text(String name, JsonValue value) {
    if (!(value instanceof JsonString text)) {
      throw InvalidRequest.field(name, "this is a text.");
    }
    if (text.getString().length() > LONGEST) {
      throw InvalidRequest.field(name, "this has at most %d characters.".formatted(LONGEST));
    }
    if (text.getString().chars().anyMatch(Character::isISOControl)) {
      throw InvalidRequest.field(name, "control characters are not taken.");
    }
    return text.getString();
  }

  private static boolean flag(String name, JsonValue value) {
    if (value != JsonValue.TRUE && value != JsonValue.FALSE) {
      throw InvalidRequest.field(name, "this is true or false.");
    }
    return value == JsonValue.TRUE;
  }

  private static InvalidRequest missing(String name) {
    return InvalidRequest.field(name, "this argument is required.");
  }
}
