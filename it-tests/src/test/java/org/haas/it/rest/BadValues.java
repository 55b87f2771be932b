package org.haas.it.rest;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What a field must survive. */
final class BadValues {
  private BadValues() {}

  /** By what is wrong with each. */
  static Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("empty", "");
    texts.put("blank", " ");
    texts.put("too long", "x".repeat(5000));
    texts.put("unicode", "n\u00f6de-\u6d4b\u8bd5-\ud83d\ude00");
    texts.put("right to left", "\u202enode");
    texts.put("path traversal", "../../../etc/passwd");
    texts.put("line ends", "gi1/0/1\r\nno shutdown\r\n");
    texts.put("SQL", "x'; drop table node; --");
    texts.put("shell", "$(reboot);`reboot`|reboot");
    texts.put("markup", "<script>alert(1)</script>");
    texts.put("NUL", "a\u0000b");
    texts.put("format", "%s%n%d{0}");
    return texts;
  }

  /** Those that would do harm where a command, a path or a query is made of them. */
  static Set<String> hostile() {
    return Set.of("path traversal", "line ends", "SQL", "shell", "markup", "NUL");
  }

  /** Those and values of other types. */
  static Map<String, JsonValue> values() {
    Map<String, JsonValue> values = new LinkedHashMap<>();
    texts().forEach((wrong, text) -> values.put(wrong, Json.createValue(text)));
    values.put("null", JsonValue.NULL);
    values.put("number", Json.createValue(-7));
    values.put("fraction", Json.createValue(1.5));
    values.put("large number", Json.createValue(new BigDecimal("1e400")));
    values.put("flag", JsonValue.TRUE);
    values.put("list", Json.createArrayBuilder().add("x").build());
    values.put("object", Json.createObjectBuilder().add("x", 1).build());
    return values;
  }
}
