package org.haas.network;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.haas.access.Access;
import org.haas.error.HaasException;
import org.haas.operation.PlainWords;
import org.haas.page.Page;
import org.haas.page.Row;
import org.haas.page.Sql;
import org.haas.page.Tables;
import org.haas.spi.Channel;
import org.haas.spi.Label;

/** Finds change-sets as they are shown, among those that the caller may see. */
@ApplicationScoped
class ChangeSetSearch {
  private static final String SHOWN =
      "select c.uuid, c.state, c.project, c.requested_by, c.planned_at, c.applied_at,"
          + " c.finished_at, c.error, c.id";

  @Inject private Access access;
  @Inject private Tables tables;

  private record Found(long id, ChangeSetView view) {}

  /** A network of one of its ports, then and now. */
  private record Moved(long position, Connection connection, boolean was, boolean shall) {}

  /**
   * One, with its ports: three statements.
   *
   * @throws HaasException NOT_FOUND, HIDDEN
   */
  ChangeSetView show(UUID uuid) {
    Sql one =
        new Sql(SHOWN + ",")
            .add(access.mayUse("c.project_id"))
            .add("from change_set c where c.uuid = cast(? as uuid)", uuid.toString());
    Found found =
        tables
            .rows(
                one,
                row -> {
                  if (!row.flag(10)) {
                    throw HaasException.hidden("change-set", uuid);
                  }
                  return new Found(row.number(9), view(row, access.isAdmin()));
                })
            .stream()
            .findFirst()
            .orElseThrow(() -> HaasException.notFound("change-set", uuid));
    return withPorts(found.view(), ports(found.id()));
  }

  /** Those that the query asks for, without their ports: two statements at most. */
  Page<ChangeSetView> find(ChangeSetQuery query) {
    Sql which = new Sql("from change_set c where").add(access.mayUse("c.project_id"));
    query.project().ifPresent(project -> which.add("and c.project = ?", project.value()));
    query.state().ifPresent(state -> which.add("and c.state = ?", state.name()));
    boolean admin = access.isAdmin();
    Sql part =
        new Sql(SHOWN)
            .add(which)
            .add(
                "order by c.id desc limit ? offset ?",
                query.page().limit() + 1,
                query.page().first());
    return Page.of(
        query.page(),
        tables.rows(part, row -> view(row, admin)),
        () -> tables.number(new Sql("select count(*)").add(which)));
  }

  private List<PortPlanView> ports(long id) {
    Map<Long, List<Moved>> moved =
        tables
            .rows(
                new Sql("select position, network, channel, was, shall from change_set_network")
                    .add("where change_set_id = ? order by position, channel, network", id),
                ChangeSetSearch::moved)
            .stream()
            .collect(Collectors.groupingBy(Moved::position));
    boolean admin = access.isAdmin();
    return tables.rows(
        new Sql("select p.position, p.node, p.nic, p.state, p.error, o.uuid, p.switch, p.port,")
            .add("p.goes_from, p.goes_to, p.lines, p.found from change_set_port p")
            .add("left join operation o on o.id = p.operation_id")
            .add("where p.change_set_id = ? order by p.position", id),
        row -> port(row, moved.getOrDefault(row.number(1), List.of()), admin));
  }

  private static Moved moved(Row row) throws SQLException {
    return new Moved(
        row.number(1),
        new Connection(new Label(row.text(2)), Channel.parse(row.text(3))),
        row.flag(4),
        row.flag(5));
  }

  private static PortPlanView port(Row row, List<Moved> moved, boolean admin) throws SQLException {
    Optional<String> atSwitch = row.optional(7);
    Optional<String> atPort = row.optional(8);
    Optional<PortPlanView.Lines> lines =
        admin
            ? Optional.of(
                new PortPlanView.Lines(
                    row.text(7),
                    row.text(8),
                    row.text(9),
                    row.text(10),
                    Arrays.stream(row.text(11).split("\n")).filter(l -> !l.isEmpty()).toList(),
                    row.optional(12)))
            : Optional.empty();
    return new PortPlanView(
        new Label(row.text(2)),
        new Label(row.text(3)),
        moved.stream().filter(Moved::was).map(Moved::connection).toList(),
        moved.stream().filter(Moved::shall).map(Moved::connection).toList(),
        ChangeSetPortState.valueOf(row.text(4)),
        row.optional(5).map(words -> admin ? words : PlainWords.of(words, atSwitch, atPort)),
        row.optional(6).map(UUID::fromString),
        lines);
  }

  private static ChangeSetView view(Row row, boolean admin) throws SQLException {
    return new ChangeSetView(
        Optional.of(UUID.fromString(row.text(1))),
        ChangeSetState.valueOf(row.text(2)),
        new Label(row.text(3)),
        row.text(4),
        row.moment(5),
        row.moment(6),
        row.moment(7),
        row.optional(8)
            .map(words -> admin ? words : PlainWords.of(words, Optional.empty(), Optional.empty())),
        new ArrayList<>());
  }

  private static ChangeSetView withPorts(ChangeSetView set, List<PortPlanView> ports) {
    return new ChangeSetView(
        set.id(),
        set.state(),
        set.project(),
        set.requestedBy(),
        set.plannedAt(),
        set.appliedAt(),
        set.finishedAt(),
        set.error(),
        ports);
  }
}
