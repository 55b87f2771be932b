package org.haas.headnode;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.haas.access.Access;
import org.haas.error.HaasException;
import org.haas.page.Page;
import org.haas.page.Row;
import org.haas.page.Sql;
import org.haas.page.Tables;
import org.haas.spi.Label;
import org.haas.spi.MacAddress;

/** Finds headnodes as they are shown, among those of the caller's projects. */
@ApplicationScoped
class HeadnodeSearch {
  private static final String FACTS =
      """
      select h.label, p.label, h.vm, h.state, h.started, h.image, h.cpus, h.memory_mib, h.disk_gib,
        h.host_name, v.label, h.project_id
      """;
  private static final String ALL =
      "from headnode h join project p on p.id = h.project_id"
          + " join hypervisor v on v.id = h.hypervisor_id where";

  @Inject private Access access;
  @Inject private Tables tables;

  /** Those that the query asks for: three statements at most, however many. */
  Page<HeadnodeView> find(HeadnodeQuery query) {
    Sql wanted = new Sql(ALL).add(access.mayUse("h.project_id"));
    query.text().ifPresent(text -> wanted.addContains("h.label", text));
    query.project().ifPresent(project -> wanted.add("and p.label = ?", project.value()));
    query.state().ifPresent(state -> wanted.add("and h.state = ?", state.name()));
    boolean admin = access.isAdmin();
    Sql part =
        new Sql(FACTS)
            .add(wanted)
            .add(
                "order by h.label, h.id limit ? offset ?",
                query.page().limit() + 1,
                query.page().first());
    return Page.of(
        query.page(),
        withNics(tables.rows(part, row -> view(row, admin))),
        () -> tables.number(new Sql("select count(*)").add(wanted)));
  }

  /** Those with a NIC that shall be on the network: two statements, however many. */
  List<HeadnodeView> on(Label network) {
    boolean admin = access.isAdmin();
    Sql there =
        new Sql(FACTS)
            .add(ALL)
            .add(access.mayUse("h.project_id"))
            .add(
                "and exists (select 1 from hnic c join network w on w.id = c.network_id"
                    + " where c.headnode_id = h.id and w.label = ? and not c.leaving)"
                    + " order by h.label, h.id",
                network.value());
    return withNics(tables.rows(there, row -> view(row, admin)));
  }

  /**
   * One.
   *
   * @throws HaasException NOT_FOUND; HIDDEN it is another project's
   */
  HeadnodeView show(Label label) {
    boolean admin = access.isAdmin();
    Sql one =
        new Sql(FACTS)
            .add(ALL)
            .add("h.label = ? order by h.state = 'DELETING', h.id desc limit 1", label.value());
    List<HeadnodeView> found =
        tables.rows(
            one,
            row -> {
              if (!access.mayUse(row.number(12))) {
                throw HaasException.hidden("headnode", label);
              }
              return view(row, admin);
            });
    return withNics(found).stream()
        .findFirst()
        .orElseThrow(() -> HaasException.notFound("headnode", label));
  }

  private static HeadnodeView view(Row row, boolean admin) throws SQLException {
    return new HeadnodeView(
        new Label(row.text(1)),
        new Label(row.text(2)),
        UUID.fromString(row.text(3)),
        HeadnodeState.valueOf(row.text(4)),
        row.flag(5),
        new Label(row.text(6)),
        (int) row.number(7),
        (int) row.number(8),
        (int) row.number(9),
        row.text(10),
        Optional.of(new Label(row.text(11))).filter(host -> admin),
        List.of());
  }

  /** A NIC and whose it is. */
  private record Owned(UUID headnode, HnicView nic) {}

  private List<HeadnodeView> withNics(List<HeadnodeView> headnodes) {
    if (headnodes.isEmpty()) {
      return headnodes;
    }
    String ids =
        headnodes.stream()
            .map(headnode -> headnode.id().toString())
            .collect(Collectors.joining(",", "{", "}"));
    Map<UUID, List<Owned>> nics =
        tables
            .rows(
                new Sql(
                    "select h.vm, c.label, c.mac, c.address, w.label,"
                        + " c.settled and c.network_id is not distinct from c.carried_id"
                        + " from hnic c join headnode h on h.id = c.headnode_id"
                        + " left join network w on w.id = c.network_id where not c.leaving"
                        + " and h.vm = any (cast(? as uuid[])) order by c.id",
                    ids),
                row -> new Owned(UUID.fromString(row.text(1)), nic(row)))
            .stream()
            .collect(Collectors.groupingBy(Owned::headnode));
    return headnodes.stream()
        .map(
            headnode ->
                headnode.with(
                    nics.getOrDefault(headnode.id(), List.of()).stream().map(Owned::nic).toList()))
        .toList();
  }

  private static HnicView nic(Row row) throws SQLException {
    return new HnicView(
        new Label(row.text(2)),
        new MacAddress(row.text(3)),
        row.optional(4),
        row.optional(5).map(Label::new),
        row.flag(6));
  }
}
