package org.haas.node;

import java.util.List;
import java.util.Map;
import org.haas.spi.Label;

/**
 * Nodes that a project wants together.
 *
 * @param project for whom
 * @param nodes exactly these; empty: any
 * @param count how many
 * @param facts what has to be recorded of any: JSON texts by label, as {@link Metadata} keeps them
 */
public record ReservationSpec(
    Label project, List<Label> nodes, int count, Map<String, String> facts) {
  /** The most that are reserved, or given back, by one request. */
  public static final int MOST = 100;

  /** Copies what it is given. */
  public ReservationSpec {
    nodes = List.copyOf(nodes);
    facts = Map.copyOf(facts);
  }
}
