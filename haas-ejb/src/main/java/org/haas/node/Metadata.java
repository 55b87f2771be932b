package org.haas.node;

import jakarta.json.JsonValue;
import java.util.Map;
import java.util.TreeMap;
import org.haas.document.Fields;
import org.haas.document.Forms;
import org.haas.spi.Label;

/** What is recorded of a node. */
public final class Metadata {
  private Metadata() {}

  /** The field {@code metadata}: any JSON values by label, each as its JSON text. */
  public static Map<String, String> of(Fields node) {
    Map<String, String> texts = new TreeMap<>();
    for (Map.Entry<String, JsonValue> entry : node.map("metadata").entrySet()) {
      Forms.convert("metadata." + entry.getKey(), entry.getKey(), Label::new);
      texts.put(entry.getKey(), entry.getValue().toString());
    }
    return texts;
  }
}
