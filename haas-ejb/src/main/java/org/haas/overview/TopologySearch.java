package org.haas.overview;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.haas.access.Access;
import org.haas.page.Page;
import org.haas.page.Row;
import org.haas.page.Sql;
import org.haas.page.Tables;
import org.haas.spi.Channel;
import org.haas.spi.Label;
import org.haas.spi.MacAddress;

/** Finds ends among those that the caller may see. */
@ApplicationScoped
class TopologySearch {
  /** A network with its channel and state: so many words. */
  private static final int WORDS = 3;

  private static final String PORTS =
      """
      select case when a.admin and p.id is not null then 'PORT' else 'NIC' end as kind,
        case
          when p.id is null then 'UNCABLED'
          when p.difference is not null then 'DIFFERS'
          when p.state = 'FAILED' then 'FAILED'
          when w.moving or exists (select 1 from operation o
            where o.nic_id = c.id and o.state in ('PENDING', 'RUNNING')) then 'CHANGING'
          when p.state = 'NEW' or p.read_at is null
            or t.failed_at > coalesce(t.reached_at, '-infinity') then 'UNCERTAIN'
          when p.role = 'PRESET' then 'UPLINK'
          when p.last_read <> 'parked' then 'CARRYING'
          else 'PARKED' end as state,
        case when a.admin then s.label end as switch_name,
        case when a.admin then p.name end as port, case when a.admin then p.id end as place,
        v.label as machine, c.label as nic, c.mac, j.label as project, w.networks, p.read_at,
        case when a.admin then p.last_read end as last_read,
        case when a.admin then p.difference end as difference
      from port p full join nic c on c.port_id = p.id
        left join switch s on s.id = p.switch_id left join switch_contact t on t.switch_id = s.id
        left join node v on v.id = c.node_id left join project j on j.id = v.project_id
        cross join asking a
        left join lateral (
          select string_agg(concat_ws(' ', n.label, x.channel, x.state), ' ' order by x.id)
            as networks, bool_or(x.state <> 'ATTACHED') as moving
          from attachment x join network n on n.id = x.network_id where x.nic_id = c.id) w on true
      where""";

  private static final String HEADNODES =
      """
      union all
      select 'HEADNODE', case
          when h.state = 'BROKEN' then 'FAILED'
          when h.state in ('CREATING', 'DELETING') or not i.settled or i.leaving then 'CHANGING'
          when y.failed_at is not null then 'UNCERTAIN'
          when i.network_id is not null and h.state = 'RUNNING' then 'CARRYING'
          else 'PARKED' end,
        null, null, null, h.label, i.label, i.mac, j.label,
        case when n.id is not null then concat_ws(' ', n.label, 'vlan/native',
          case when i.settled then 'ATTACHED' else 'ATTACHING' end) end,
        y.read_at, null, null
      from hnic i join headnode h on h.id = i.headnode_id join project j on j.id = h.project_id
        left join network n on n.id = i.network_id
        left join hypervisor_sight y on y.hypervisor_id = h.hypervisor_id
      where""";

  private static final String GROUPS =
      """
      select kind, switch_name, count(*), count(*) filter (where networks is not null),
        count(*) filter (where state = 'CHANGING'), count(*) filter (where state = 'UNCERTAIN'),
        count(*) filter (where state in ('DIFFERS', 'FAILED'))
      from ends where""";

  private static final String NETWORKS =
      """
      select word.each, count(*) from ends
        cross join regexp_split_to_table(networks, ' ') with ordinality as word (each, at)
      where word.at % 3 = 1 and""";

  @Inject private Access access;
  @Inject private Tables tables;

  Page<EndView> ends(TopologyQuery query) {
    Sql part =
        ends()
            .add("select * from ends where")
            .add(wanted(query))
            .add("order by kind desc, switch_name, place, machine, nic")
            .add("limit ? offset ?", query.page().limit() + 1, query.page().first());
    return Page.of(
        query.page(),
        tables.rows(part, TopologySearch::end),
        () -> tables.number(ends().add("select count(*) from ends where").add(wanted(query))));
  }

  List<EndGroupView> groups(TopologyQuery query) {
    return tables.rows(
        ends()
            .add(GROUPS)
            .add(wanted(query))
            .add("group by kind, switch_name order by kind desc, switch_name"),
        TopologySearch::group);
  }

  List<EndNetworkView> networks(TopologyQuery query) {
    return tables.rows(
        ends()
            .add(NETWORKS)
            .add(wanted(query))
            .add("group by word.each order by word.each limit ?", Topology.MOST_NETWORKS),
        row -> new EndNetworkView(new Label(row.text(1)), row.number(2)));
  }

  private Sql ends() {
    return new Sql("with asking as (select ? as admin), ends as (", access.isAdmin())
        .add(PORTS)
        .add(access.mayUse("v.project_id"))
        .add(HEADNODES)
        .add(access.mayUse("h.project_id"))
        .add(")");
  }

  private static Sql wanted(TopologyQuery query) {
    Sql wanted = new Sql("true");
    query.project().ifPresent(project -> wanted.add("and project = ?", project.value()));
    query
        .network()
        .ifPresent(
            network ->
                wanted.add(
                    "and position(? in concat(' ', networks)) > 0", " " + network + " vlan/"));
    query.kind().ifPresent(kind -> wanted.add("and kind = ?", kind.name()));
    query.switchName().ifPresent(name -> wanted.add("and switch_name = ?", name.value()));
    return wanted;
  }

  private static EndView end(Row row) throws SQLException {
    return new EndView(
        EndKind.valueOf(row.text(1)),
        EndState.valueOf(row.text(2)),
        row.optional(3).map(Label::new),
        row.optional(4),
        row.optional(6).map(Label::new),
        row.optional(7).map(Label::new),
        row.optional(8).map(MacAddress::new),
        row.optional(9).map(Label::new),
        carried(row.words(10)),
        row.moment(11),
        row.optional(12),
        row.optional(13));
  }

  private static List<EndView.Carried> carried(List<String> words) {
    List<EndView.Carried> carried = new ArrayList<>();
    for (int at = 0; at < words.size(); at += WORDS) {
      carried.add(
          new EndView.Carried(
              new Label(words.get(at)), Channel.parse(words.get(at + 1)), words.get(at + 2)));
    }
    return carried;
  }

  private static EndGroupView group(Row row) throws SQLException {
    Optional<Label> switchName = row.optional(2).map(Label::new);
    return new EndGroupView(
        EndKind.valueOf(row.text(1)),
        switchName,
        row.number(3),
        row.number(4),
        row.number(5),
        row.number(6),
        row.number(7));
  }
}
