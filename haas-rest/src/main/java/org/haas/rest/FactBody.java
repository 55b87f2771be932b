package org.haas.rest;

import jakarta.json.JsonValue;
import org.haas.error.HaasException;
import org.haas.node.NodeView;
import org.haas.spi.Label;

/** A fact that is recorded of a node. */
record FactBody(JsonValue value) {
  /**
   * One of those of a node.
   *
   * @throws HaasException NOT_FOUND
   */
  static FactBody of(NodeView node, Label label) {
    JsonValue value = NodeBody.of(node).metadata().get(label.value());
    if (value == null) {
      throw HaasException.notFound("metadata", label + " of node " + node.name());
    }
    return new FactBody(value);
  }
}
