package org.haas.node;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.haas.access.Access;
import org.haas.error.HaasException;
import org.haas.page.Row;
import org.haas.page.Sql;
import org.haas.page.Tables;
import org.haas.spi.Label;

/**
 * Begins and ends tenures, inside the transactions of the boundaries, by as few statements as that
 * takes: this is what is done most often. Past the entities, so the version is counted here.
 */
@ApplicationScoped
class TenureStore {
  private static final String CHANGE =
      "update node set state = ?, project_id = ?, tenure = ?, version = version + 1 where";

  @Inject private Access access;
  @Inject private Tables tables;
  @Inject @Any private Instance<ReleaseGuard> guards;
  @Inject @Any private Instance<Undoing> undoings;

  private String obstacle;
  private String leftovers;

  @PostConstruct
  void ask() {
    obstacle = guards.stream().map(ReleaseGuard::obstacle).collect(Collectors.joining(", "));
    leftovers = undoings.stream().map(Undoing::something).collect(Collectors.joining(" or "));
  }

  /**
   * Takes a node for the project by one update, which one of many wins; empty when it is not free,
   * or not there.
   */
  Optional<NodeView> take(Label node, long project) {
    return changed(
        new Sql(CHANGE, NodeState.RESERVED.name(), project, UUID.randomUUID())
            .add("label = ? and state = 'FREE'", node.value()));
  }

  /**
   * Locks free nodes of which all these facts are recorded, until the transaction ends: as many as
   * there are, {@code most} at most. Who wants the same ones waits, then takes others.
   */
  List<Long> lockFree(int most, Map<String, String> facts) {
    Sql free = new Sql("select n.id from node n where n.state = 'FREE'");
    facts.forEach(
        (label, value) ->
            free.add(
                "and exists (select 1 from node_metadata f where f.node_id = n.id"
                    + " and f.label = ? and f.value = ?)",
                label,
                value));
    return tables.rows(
        free.add("order by n.id limit ? for update of n", most), row -> row.number(1));
  }

  /**
   * Gives free nodes, whose rows are locked, to the project by one update; answers them by name.
   */
  List<NodeView> takeAll(List<Long> nodes, long project) {
    return shown(
            new Sql(
                "update node set state = 'RESERVED', project_id = ?, tenure = gen_random_uuid(),"
                    + " version = version + 1 where id = any(?)",
                project,
                nodes.toArray(Long[]::new)))
        .stream()
        .sorted(Comparator.comparing(NodeView::name))
        .toList();
  }

  /**
   * The node, its row locked until the transaction ends; everything is read after it was locked, so
   * that nothing is overlooked that was done under the lock before.
   *
   * @throws HaasException NOT_FOUND
   */
  Departure leaving(Label label) {
    Sql lock = new Sql("select id from node where label = ? for update", label.value());
    List<Long> locked = tables.rows(lock, row -> row.number(1));
    if (locked.isEmpty()) {
      throw HaasException.notFound("node", label);
    }
    Sql question =
        new Sql("select n.id, n.label, n.state, n.project_id, n.tenure, n.obm_enabled,")
            .add(access.mayUse("n.project_id"))
            .add(", p.label, coalesce(" + obstacle + ", null), " + leftovers)
            .add("from node n left join project p on p.id = n.project_id")
            .add("where n.id = ?", locked.get(0));
    return tables.rows(question, TenureStore::departure).get(0);
  }

  private static Departure departure(Row row) throws SQLException {
    return new Departure(
        new Node(row), row.flag(7), row.optional(8).map(Label::new), row.optional(9), row.flag(10));
  }

  /** Frees a node that has nothing to undo, and whose row is locked. */
  NodeView free(Node node) {
    node.release();
    Sql change = new Sql(CHANGE, node.state().name(), null, node.tenure()).add("id = ?", node.id());
    return changed(change).orElseThrow();
  }

  private Optional<NodeView> changed(Sql change) {
    return shown(change).stream().findFirst();
  }

  private List<NodeView> shown(Sql change) {
    NodeRows rows = new NodeRows(access.isAdmin());
    Sql changed = new Sql("with changed as (").add(change).add("returning *)");
    Sql noConnections = new Sql("false"); // of a node that was just taken or given back
    Sql shown = NodeRows.of(new Sql("select * from changed"), noConnections, new Sql("true"));
    tables.rows(changed.add(shown).add("order by c.label"), rows::add);
    return rows.views();
  }
}
