package org.haas.network;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.haas.page.Sql;
import org.haas.page.Tables;
import org.haas.project.Project;
import org.haas.spi.Channel;
import org.haas.spi.Label;
import org.haas.switches.SwitchOperation;

/** The rows of change-sets: written by their boundary and by the workers that decide them. */
@ApplicationScoped
class ChangeSetStore {
  @Inject private Tables tables;

  /**
   * A change-set, its row locked until the transaction ends.
   *
   * @param error why it is undone
   */
  record Standing(long id, ChangeSetState state, long projectId, Optional<String> error) {}

  /** Writes a plan down. */
  void plan(UUID uuid, ChangePlanner.Plan plan, String requestedBy) {
    long id =
        tables
            .rows(
                new Sql(
                    "insert into change_set (uuid, project_id, project, requested_by)"
                        + " values (cast(? as uuid), ?, ?, ?) returning id",
                    uuid.toString(),
                    plan.owner().id(),
                    plan.owner().label().value(),
                    requestedBy),
                row -> row.number(1))
            .get(0);
    for (int i = 0; i < plan.nics().size(); i++) {
      port(id, i, plan.nics().get(i));
    }
  }

  private void port(long id, int position, NicPlan plan) {
    PortPlanView shown = plan.view(true);
    PortPlanView.Lines port = plan.sent();
    tables.change(
        new Sql("insert into change_set_port (change_set_id, position, nic_id, node, nic, switch,")
            .add("port, goes_from, goes_to, lines) values")
            .add("(?, ?, ?,", id, position, plan.nic().id())
            .add("?, ?,", shown.node().value(), shown.nic().value())
            .add("?, ?,", port.switchName(), port.port())
            .add("?, ?, ?)", port.from(), port.to(), String.join("\n", port.lines())));
    networks(id, position, plan.now(), plan.then());
  }

  private void networks(long id, int position, List<NicPlan.Place> now, List<NicPlan.Place> then) {
    for (NicPlan.Place place : now) {
      network(id, position, place, true, then.stream().anyMatch(place::isSame));
    }
    then.stream()
        .filter(place -> now.stream().noneMatch(place::isSame))
        .forEach(place -> network(id, position, place, false, true));
  }

  private void network(long id, int position, NicPlan.Place place, boolean was, boolean shall) {
    tables.change(
        new Sql("insert into change_set_network values (?, ?,", id, position)
            .add("?, ?,", place.network().label().value(), place.channel().toString())
            .add("?, ?)", was, shall));
  }

  /** What was planned, to be planned once more: exactly these networks on those NICs. */
  ChangeSetSpec spec(long id) {
    Map<Long, List<Wish.On>> networks =
        tables
            .rows(
                new Sql("select position, network, channel from change_set_network")
                    .add("where change_set_id = ? and shall order by position, network", id),
                row ->
                    Map.entry(
                        row.number(1),
                        new Wish.On(
                            new Label(row.text(2)), Optional.of(Channel.parse(row.text(3))))))
            .stream()
            .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    return new ChangeSetSpec(
        tables.rows(
            new Sql("select position, node, nic from change_set_port")
                .add("where change_set_id = ? order by position", id),
            row ->
                new Wish(
                    new Label(row.text(2)),
                    new Label(row.text(3)),
                    Wish.Mode.EXACTLY,
                    networks.getOrDefault(row.number(1), List.of()))));
  }

  /** Whether it is that plan: the same NICs at the same ports, from the same to the same. */
  boolean isPlan(long id, ChangePlanner.Plan plan) {
    List<List<String>> planned =
        tables.rows(
            new Sql("select nic_id, switch, port, goes_from, goes_to, lines from change_set_port")
                .add("where change_set_id = ? order by position", id),
            row ->
                List.of(
                    String.valueOf(row.number(1)),
                    row.text(2),
                    row.text(3),
                    row.text(4),
                    row.text(5),
                    row.text(6)));
    return planned.equals(plan.nics().stream().map(ChangeSetStore::words).toList());
  }

  private static List<String> words(NicPlan plan) {
    PortPlanView.Lines sent = plan.sent();
    return List.of(
        String.valueOf(plan.nic().id()),
        sent.switchName(),
        sent.port(),
        sent.from(),
        sent.to(),
        String.join("\n", sent.lines()));
  }

  /** What was planned to go from its NICs goes. */
  void leave(long id) {
    tables.change(
        new Sql("update attachment a set state = 'DETACHING' from change_set_port p")
            .add("join change_set_network n on n.change_set_id = p.change_set_id")
            .add("and n.position = p.position join network w on w.label = n.network")
            .add("where p.change_set_id = ? and n.was and not n.shall", id)
            .add("and a.nic_id = p.nic_id and a.network_id = w.id and a.state <> 'DETACHING'"));
  }

  /** What was planned to come on its NICs comes, for that project. */
  void come(long id, Project owner) {
    tables.change(
        new Sql("insert into attachment (nic_id, node_id, project_id, network_id, channel, state)")
            .add("select p.nic_id, c.node_id, ?, w.id, n.channel, 'ATTACHING'", owner.id())
            .add("from change_set_port p join nic c on c.id = p.nic_id")
            .add("join change_set_network n on n.change_set_id = p.change_set_id")
            .add("and n.position = p.position join network w on w.label = n.network")
            .add("where p.change_set_id = ? and n.shall and not n.was", id)
            .add("order by p.position"));
  }

  /** The change-set of that name, locked. */
  Optional<Standing> lock(UUID uuid) {
    return locked(new Sql("uuid = cast(? as uuid)", uuid.toString())).stream().findFirst();
  }

  /** Those, locked in the order that everybody keeps. */
  List<Standing> lock(Collection<Long> ids) {
    return ids.isEmpty()
        ? List.of()
        : locked(new Sql("id = any (cast(? as bigint[]))", array(ids)));
  }

  private List<Standing> locked(Sql which) {
    return tables.rows(
        new Sql("select id, state, project_id, error from change_set where")
            .add(which)
            .add("order by id for update"),
        row ->
            new Standing(
                row.number(1),
                ChangeSetState.valueOf(row.text(2)),
                row.number(3),
                row.optional(4)));
  }

  /** It stands there from now on. */
  void turn(long id, ChangeSetState state, Optional<String> error) {
    tables.change(
        new Sql("update change_set set state = ?, error = ?,", state.name(), error.orElse(null))
            .add(
                "applied_at = case when ? then clock_timestamp() else applied_at end,",
                state == ChangeSetState.APPLYING)
            .add("finished_at = case when ? then clock_timestamp() end", ends(state))
            .add("where id = ?", id));
  }

  private static boolean ends(ChangeSetState state) {
    return switch (state) {
      case CANCELLED, COMMITTED, UNDONE -> true;
      case PLANNED, APPLYING, UNDOING, STUCK -> false;
    };
  }

  /** Each of its ports is asked for by the operation of its NIC. */
  void asked(long id) {
    tables.change(
        new Sql("update change_set_port p set state = 'WAITING', operation_id = o.id")
            .add("from operation o where o.change_set_id = p.change_set_id")
            .add("and o.nic_id = p.nic_id and p.change_set_id = ?", id));
  }

  /** The operations' ports have come that far, with the switch's words if it has any. */
  void reached(
      Collection<SwitchOperation> operations, ChangeSetPortState state, Optional<String> words) {
    tables.change(
        new Sql("update change_set_port set state = ?,", state.name())
            .add("error = coalesce(?, error)", words.orElse(null))
            .add("where operation_id = any (cast(? as bigint[]))", array(ids(operations))));
  }

  /** What was read at the operations' port before its first line. */
  void found(Collection<SwitchOperation> operations, String config) {
    tables.change(
        new Sql("update change_set_port set found = coalesce(found, ?)", config)
            .add("where operation_id = any (cast(? as bigint[]))", array(ids(operations))));
  }

  private static List<Long> ids(Collection<SwitchOperation> operations) {
    return operations.stream().map(SwitchOperation::id).toList();
  }

  /** Whether each of its ports has come that far. */
  boolean areAll(long id, ChangeSetPortState state) {
    return tables.number(
            new Sql("select count(*) from change_set_port where change_set_id = ?", id)
                .add("and state <> ?", state.name()))
        == 0;
  }

  /** What was to come goes, and what was to go comes back: the networks are wanted as before. */
  void turnBack(long id) {
    tables.change(
        new Sql("update attachment a set state = 'DETACHING' from change_set_port p")
            .add("where p.change_set_id = ? and a.nic_id = p.nic_id", id)
            .add("and a.state = 'ATTACHING'"));
    tables.change(
        new Sql("update attachment a set state = 'ATTACHING' from change_set_port p")
            .add("join change_set_network n on n.change_set_id = p.change_set_id")
            .add("and n.position = p.position join network w on w.label = n.network")
            .add("where p.change_set_id = ? and n.was and not n.shall", id)
            .add("and a.nic_id = p.nic_id and a.network_id = w.id and a.state = 'DETACHING'"));
  }

  private static String array(Collection<Long> ids) {
    return ids.stream().map(String::valueOf).collect(joining(",", "{", "}"));
  }
}
