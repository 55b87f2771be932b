package org.haas.document;

import static org.haas.document.JsonLibrary.JSON;

import jakarta.json.JsonArray;
import jakarta.json.JsonConfig;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonLocation;
import jakarta.json.stream.JsonParsingException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Reads one JSON object and nothing else. Refuses what PostgreSQL or a reader could stumble over:
 * names that come twice, deep nesting, enormous numbers, control characters, half characters.
 */
public final class StrictJson {
  private static final int MAX_DEPTH = 32;
  private static final int MAX_DIGITS = 100;

  private static final JsonReaderFactory READERS =
      JSON.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

  private StrictJson() {}

  /**
   * The object.
   *
   * @throws InvalidRequest anything else
   */
  public static JsonObject object(byte[] bytes) {
    String text = decoded(bytes);
    requireShallowAndAlone(text);
    JsonObject object = parsed(text);
    object.forEach(
        (name, value) -> {
          requireClean(name, name);
          requireUsable(name, value);
        });
    return object;
  }

  private static String decoded(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      throw InvalidRequest.document("The document is not in UTF-8.");
    }
  }

  private static JsonObject parsed(String text) {
    try (JsonReader reader = READERS.createReader(new StringReader(text))) {
      if (reader.readValue() instanceof JsonObject object) {
        return object;
      }
    } catch (JsonParsingException notJson) {
      JsonLocation at = notJson.getLocation();
      throw notJson(": line %d, column %d".formatted(at.getLineNumber(), at.getColumnNumber()));
    } catch (JsonException | IllegalStateException | ArithmeticException notJson) {
      throw notJson("");
    } catch (UnsupportedOperationException tooLong) {
      throw InvalidRequest.document("The document has a number with too many digits.");
    }
    throw InvalidRequest.document("The document is not a JSON object.");
  }

  private static InvalidRequest notJson(String where) {
    return InvalidRequest.document(
        "The document is not valid JSON, or has a name twice%s.".formatted(where));
  }

  /** The parser below minds neither how deep it goes nor what follows the object. */
  private static void requireShallowAndAlone(String text) {
    int depth = 0;
    boolean inString = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (inString && c == '\\') {
        i++;
      } else if (c == '"') {
        inString = !inString;
      } else if (!inString) {
        depth += step(c);
        if (depth > MAX_DEPTH) {
          throw InvalidRequest.document("The document is nested deeper than 32 levels.");
        }
        if (depth == 0 && step(c) < 0 && !text.substring(i + 1).isBlank()) {
          throw InvalidRequest.document("The document goes on after its JSON object.");
        }
      }
    }
  }

  private static int step(char c) {
    return switch (c) {
      case '{', '[' -> 1;
      case '}', ']' -> -1;
      default -> 0;
    };
  }

  private static void requireUsable(String field, JsonValue value) {
    if (value instanceof JsonString text) {
      requireClean(field, text.getString());
    } else if (value instanceof JsonNumber number) {
      requireSmall(field, number.bigDecimalValue());
    } else if (value instanceof JsonObject object) {
      object.forEach(
          (name, inner) -> {
            requireClean(field, name);
            requireUsable(field + "." + name, inner);
          });
    } else if (value instanceof JsonArray array) {
      for (int i = 0; i < array.size(); i++) {
        requireUsable("%s[%d]".formatted(field, i), array.get(i));
      }
    }
  }

  private static void requireClean(String field, String text) {
    if (!Text.isClean(text)) {
      throw InvalidRequest.field(field, "control characters and half characters are not taken.");
    }
  }

  private static void requireSmall(String field, BigDecimal number) {
    if (number.precision() > MAX_DIGITS || Math.abs((long) number.scale()) > MAX_DIGITS) {
      throw InvalidRequest.field(field, "numbers have at most %d digits.".formatted(MAX_DIGITS));
    }
  }
}
