package org.haas.node;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.haas.page.Row;
import org.haas.page.Sql;
import org.haas.spi.Channel;
import org.haas.spi.Label;
import org.haas.spi.MacAddress;
import org.haas.spi.PortName;
import org.haas.spi.PowerState;

/**
 * Nodes as they are shown: one statement gives them with what is recorded of them, their NICs and
 * what those are connected to, a row for each NIC.
 */
final class NodeRows {
  private static final String SHOWN =
      """
      select n.label, n.state, p.label, n.obm_enabled,
        (select array_agg(f.label || '=' || f.value) from node_metadata f where f.node_id = n.id),
        c.label, c.mac, c.port_id is not null, s.label, q.name,
        w.state, w.read_at, w.error, case n.state when 'RELEASING' then (
          select cast(o.uuid as text) || ' ' || coalesce(o.error, (select s.name
              from operation_step s where s.operation_id = o.id and s.state <> 'DONE'
              order by s.position limit 1), '')
            from operation o where o.node_id = n.id
            and o.action = 'release_node' and o.state in ('PENDING', 'RUNNING')) end,
        (select string_agg(m.label || ' ' || a.channel || ' ' || a.state, ',' order by a.id)
          from attachment a join network m on m.id = a.network_id where a.nic_id = c.id and
      """;
  private static final String JOINED =
      """
      n left join project p on p.id = n.project_id left join nic c on c.node_id = n.id
        left join port q on q.id = c.port_id left join switch s on s.id = q.switch_id
        left join node_power w on w.node_id = n.id
      """;

  private static final int UUID_LENGTH = 36;
  private static final Map<String, String> STEPS =
      Map.of(
          "", "What its project did is being undone.",
          "consoles", "Its console is being closed.",
          "power", "It is being switched off.",
          "boot", "It is being told to boot as usual.",
          "ports", "Its switch ports are being read.",
          "maintenance", "It is being handed to maintenance.",
          "free", "It is free in a moment.");

  private final boolean withHardware;
  private final Map<Label, NodeView> nodes = new LinkedHashMap<>();
  private final Map<Label, List<NicView>> nics = new HashMap<>();
  private boolean visible;

  /**
   * @param withHardware whether switch and port are shown
   */
  NodeRows(boolean withHardware) {
    this.withHardware = withHardware;
  }

  /**
   * The query.
   *
   * @param nodes a query for rows of the table node
   * @param connections a condition for the attachments {@code a} that are shown
   * @param visible a condition that is told by {@link #areVisible}
   */
  static Sql of(Sql nodes, Sql connections, Sql visible) {
    return new Sql(SHOWN)
        .add(connections)
        .add("),")
        .add(visible)
        .add("from (")
        .add(nodes)
        .add(")")
        .add(JOINED);
  }

  /** Takes the next row. */
  NodeRows add(Row row) throws SQLException {
    Label name = new Label(row.text(1));
    if (!nodes.containsKey(name)) {
      nodes.put(name, node(name, row));
    }
    if (row.optional(6).isPresent()) {
      nics.computeIfAbsent(name, first -> new ArrayList<>()).add(nic(row));
    }
    visible = row.flag(16);
    return this;
  }

  /** Whether the condition held in the last row. */
  boolean areVisible() {
    return visible;
  }

  /** The nodes, in the order of the query. */
  List<NodeView> views() {
    return nodes.values().stream()
        .map(node -> node.with(nics.getOrDefault(node.name(), List.of())))
        .toList();
  }

  private NodeView node(Label name, Row row) throws SQLException {
    Optional<Label> project = row.optional(3).map(Label::new);
    return new NodeView(
        name,
        NodeState.valueOf(row.text(2)),
        project,
        project.isPresent(),
        withHardware || project.isPresent() ? power(row) : Optional.empty(),
        row.optional(14).map(NodeRows::reason),
        row.optional(14).map(words -> UUID.fromString(words.substring(0, UUID_LENGTH))),
        row.flag(4),
        metadata(row.texts(5)),
        List.of());
  }

  private static Optional<PowerView> power(Row row) throws SQLException {
    Optional<String> state = row.optional(11);
    return state.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new PowerView(PowerState.valueOf(state.get()), row.moment(12), row.optional(13)));
  }

  /** What failed, or else what is being done, by the name of the step. */
  private static String reason(String told) {
    String words = told.substring(UUID_LENGTH + 1);
    return STEPS.getOrDefault(words, words);
  }

  private static Map<String, String> metadata(List<String> facts) {
    Map<String, String> metadata = new TreeMap<>();
    for (String fact : facts) {
      int end = fact.indexOf('=');
      metadata.put(fact.substring(0, end), fact.substring(end + 1));
    }
    return metadata;
  }

  private NicView nic(Row row) throws SQLException {
    return new NicView(
        new Label(row.text(6)),
        new MacAddress(row.text(7)),
        row.flag(8),
        row.optional(9).filter(name -> withHardware).map(Label::new),
        row.optional(10).filter(name -> withHardware).map(PortName::new),
        row.optional(15).map(NodeRows::connections).orElse(List.of()));
  }

  private static List<NicView.Connection> connections(String told) {
    return Arrays.stream(told.split(",")).map(NodeRows::connection).toList();
  }

  private static NicView.Connection connection(String told) {
    String[] words = told.split(" ");
    return new NicView.Connection(new Label(words[0]), Channel.parse(words[1]), words[2]);
  }
}
