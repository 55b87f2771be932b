package org.haas.it.v0;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The values that a story's words in braces stand for, and whether an answer is the one it tells.
 */
final class Known {
  private static final Pattern WORD = Pattern.compile("\\{([a-z]+)}");
  private static final Pattern SOUGHT = Pattern.compile("\\{([a-z]+)=([a-z]+)}");
  private static final Map<String, String> FORMS =
      Map.of("uuid", "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", "number", "\\d+");

  /** As an element or key: things of others may be there too, and all is sorted. */
  private static final String OTHERS = "...";

  private final Map<String, String> values = new HashMap<>();

  /** From now on, {@code {word}} stands for the value. */
  void put(String word, String value) {
    values.put(word, value);
  }

  /** The text with what its words stand for. */
  String fill(String text) {
    return WORD.matcher(text)
        .replaceAll(
            word -> {
              String value = values.get(word.group(1));
              if (value == null) {
                throw new AssertionError("No answer before had a " + word.group() + ".");
              }
              return Matcher.quoteReplacement(value);
            });
  }

  /** That JSON: the same keys in the same order, the same values, and no others. */
  void assertSame(String actual, String expected) {
    assertSame("the body", json(actual), json(fill(expected)));
  }

  /** That text; what it seeks is known from now on. */
  void assertText(String where, String actual, String expected) {
    Matcher sought = SOUGHT.matcher(expected);
    StringBuilder form = new StringBuilder();
    int done = 0;
    while (sought.find()) {
      form.append(Pattern.quote(expected.substring(done, sought.start())));
      form.append("(?<").append(sought.group(1)).append('>');
      form.append(FORMS.get(sought.group(2))).append(')');
      done = sought.end();
    }
    form.append(Pattern.quote(expected.substring(done)));
    Matcher matcher = Pattern.compile(form.toString()).matcher(actual);
    assertThat(matcher.matches()).as("%s is %s, not %s", where, actual, expected).isTrue();
    SOUGHT
        .matcher(expected)
        .results()
        .forEach(word -> put(word.group(1), matcher.group(word.group(1))));
  }

  static JsonValue json(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readValue();
    }
  }

  private void assertSame(String where, JsonValue actual, JsonValue expected) {
    assertThat(actual.getValueType()).as(where + ": " + actual).isEqualTo(expected.getValueType());
    if (expected instanceof JsonObject object) {
      assertObject(where, actual.asJsonObject(), object);
    } else if (expected instanceof JsonArray array) {
      assertArray(where, actual.asJsonArray(), array);
    } else if (expected instanceof JsonString text) {
      assertText(where, ((JsonString) actual).getString(), text.getString());
    } else {
      assertThat(actual).as(where).isEqualTo(expected);
    }
  }

  private void assertObject(String where, JsonObject actual, JsonObject expected) {
    List<String> keys = List.copyOf(actual.keySet());
    if (expected.containsKey(OTHERS)) {
      assertThat(keys).as(where).isSorted();
      keys = keys.stream().filter(this::isOurs).toList();
    }
    assertThat(keys)
        .as(where)
        .containsExactlyElementsOf(
            expected.keySet().stream().filter(key -> !key.equals(OTHERS)).toList());
    keys.forEach(key -> assertSame(where + "." + key, actual.get(key), expected.get(key)));
  }

  private void assertArray(String where, JsonArray actual, JsonArray expected) {
    List<JsonValue> wanted = expected;
    List<JsonValue> found = actual;
    if (!wanted.isEmpty() && isOthers(wanted.get(0))) {
      List<String> all = actual.getValuesAs(JsonString::getString);
      assertThat(all).as(where).isSorted();
      found = found.stream().filter(one -> isOurs(one.toString())).toList();
      wanted = wanted.subList(1, wanted.size());
    }
    assertThat(found).as(where).hasSameSizeAs(wanted);
    for (int i = 0; i < wanted.size(); i++) {
      assertSame("%s[%d]".formatted(where, i), found.get(i), wanted.get(i));
    }
  }

  private static boolean isOthers(JsonValue value) {
    return value instanceof JsonString text && text.getString().equals(OTHERS);
  }

  private boolean isOurs(String name) {
    return name.contains(values.get("run"));
  }
}
