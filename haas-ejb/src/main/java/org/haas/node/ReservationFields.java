package org.haas.node;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.haas.document.Fields;
import org.haas.spi.Label;

/** Many nodes at once, as requests name them. */
public final class ReservationFields {
  private static final String NODES = "nodes";
  private static final String COUNT = "count";
  private static final int MOST_FACTS = 20;

  private ReservationFields() {}

  /**
   * Which nodes are wanted: either {@code nodes}, or {@code count} and perhaps {@code metadata}.
   */
  public static ReservationSpec spec(Fields fields) {
    Label project = fields.label("project");
    Optional<Integer> count = fields.optionalNumber(COUNT, 1, ReservationSpec.MOST);
    Map<String, String> facts = Metadata.of(fields);
    if (facts.size() > MOST_FACTS) {
      throw fields.wrong("metadata", "these are at most %d facts.".formatted(MOST_FACTS));
    }
    if (!fields.has(NODES)) {
      int wanted =
          count.orElseThrow(
              () -> fields.wrong(COUNT, "say how many, or name the nodes in the field nodes."));
      return new ReservationSpec(project, List.of(), wanted, facts);
    }
    if (count.isPresent() || !facts.isEmpty()) {
      throw fields.wrong(NODES, "name the nodes, or say how many and what is recorded of them.");
    }
    List<Label> nodes = nodes(fields);
    return new ReservationSpec(project, nodes, nodes.size(), facts);
  }

  /** Nodes by name, 1 to {@link ReservationSpec#MOST}, each once. */
  public static List<Label> nodes(Fields fields) {
    List<Label> nodes = fields.values(NODES, Label::new);
    if (nodes.isEmpty() || nodes.size() > ReservationSpec.MOST) {
      throw fields.wrong(NODES, "these are 1 to %d nodes.".formatted(ReservationSpec.MOST));
    }
    if (new HashSet<>(nodes).size() < nodes.size()) {
      throw fields.wrong(NODES, "a node is named twice.");
    }
    return nodes;
  }
}
