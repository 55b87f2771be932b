package org.haas.rest;

import jakarta.json.JsonValue;
import java.util.Map;
import java.util.TreeMap;
import org.haas.rest.wire.Arguments;
import org.haas.rest.wire.Fields;
import org.haas.spi.Label;

/** What is recorded of a node. */
final class Metadata {
  private Metadata() {}

  /** The field {@code metadata}: any JSON values by label, each as its JSON text. */
  static Map<String, String> of(Fields node) {
    Map<String, String> texts = new TreeMap<>();
    for (Map.Entry<String, JsonValue> entry : node.map("metadata").entrySet()) {
      Arguments.convert("metadata." + entry.getKey(), entry.getKey(), Label::new);
      texts.put(entry.getKey(), entry.getValue().toString());
    }
    return texts;
  }
}
