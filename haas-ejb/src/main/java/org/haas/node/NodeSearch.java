package org.haas.node;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.haas.access.Access;
import org.haas.error.HaasException;
import org.haas.page.Page;
import org.haas.page.Sql;
import org.haas.page.Tables;
import org.haas.spi.Label;

/** Finds nodes as they are shown, among those that the caller may see; filters in the database. */
@ApplicationScoped
class NodeSearch {
  private static final String NODES = "from node n left join project p on p.id = n.project_id";

  @Inject private Access access;
  @Inject private Tables tables;

  /** Those that the query asks for: two statements at most, however many. */
  Page<NodeView> find(NodeQuery query) {
    Sql wanted = new Sql(NODES).add("where").add(visible());
    query.text().ifPresent(text -> wanted.addContains("n.label", text));
    query.state().ifPresent(state -> wanted.add("and n.state = ?", state.name()));
    query.project().ifPresent(project -> wanted.add("and p.label = ?", project.value()));
    Sql part =
        new Sql("select n.*")
            .add(wanted)
            .add(order(query))
            .add("limit ? offset ?", query.page().limit() + 1, query.page().first());
    Sql shown =
        NodeRows.of(part, connections(), new Sql("true")).add(order(query)).add(", c.label");
    return Page.of(
        query.page(), views(shown), () -> tables.number(new Sql("select count(*)").add(wanted)));
  }

  /**
   * One, by one statement.
   *
   * @throws HaasException NOT_FOUND; HIDDEN another project holds it
   */
  NodeView show(Label label) {
    NodeRows rows = one(label);
    if (!rows.areVisible()) {
      throw HaasException.hidden("node", label);
    }
    return rows.views().get(0);
  }

  /** One that the caller has just changed, whether he may still see it or not. */
  NodeView changed(Label label) {
    return one(label).views().get(0);
  }

  private NodeRows one(Label label) {
    Sql node = new Sql("select * from node where label = ?", label.value());
    NodeRows rows = new NodeRows(access.isAdmin());
    Sql shown = NodeRows.of(node, connections(), visible()).add("order by c.label");
    if (tables.rows(shown, rows::add).isEmpty()) {
      throw HaasException.notFound("node", label);
    }
    return rows;
  }

  /** The names of all, or of the free ones, in order. */
  List<String> names(boolean freeOnly) {
    Sql names =
        new Sql("select string_agg(label, ' ' order by label) from node")
            .add(freeOnly ? "where state = 'FREE'" : "");
    return tables.rows(names, row -> row.optional(1)).get(0).stream()
        .flatMap(all -> List.of(all.split(" ")).stream())
        .toList();
  }

  private List<NodeView> views(Sql query) {
    NodeRows rows = new NodeRows(access.isAdmin());
    tables.rows(query, rows::add);
    return rows.views();
  }

  /** A condition: free nodes and those of the caller's projects; an administrator sees all. */
  private Sql visible() {
    return access.isAdmin()
        ? new Sql("true")
        : new Sql("(n.state = 'FREE' or n.project_id in (").add(access.ownProjects()).add("))");
  }

  private Sql connections() {
    return access.mayUse("a.project_id");
  }

  private static String order(NodeQuery query) {
    String direction = query.descending() ? " desc" : "";
    String byName = "n.label" + direction;
    return "order by "
        + switch (query.sort()) {
          case NAME -> byName;
          case STATE -> "n.state" + direction + ", " + byName;
          case PROJECT -> "p.label" + direction + ", " + byName;
        };
  }
}
