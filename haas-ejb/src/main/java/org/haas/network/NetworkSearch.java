package org.haas.network;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.haas.access.Access;
import org.haas.error.HaasException;
import org.haas.page.Page;
import org.haas.page.Row;
import org.haas.page.Sql;
import org.haas.page.Tables;
import org.haas.spi.Channel;
import org.haas.spi.Label;
import org.haas.spi.VlanId;

/** Finds networks as they are shown, among those that the caller may see. */
@ApplicationScoped
class NetworkSearch {
  private static final String GRANTED =
      "exists (select 1 from network_grant h where h.network_id = n.id"
          + " and h.project_id in (select project_id from own))";
  private static final String VISIBLE = "(n.visibility = 'PUBLIC' or " + GRANTED + ")";
  private static final String FACTS =
      """
      select n.id, n.label, n.owner_id, n.visibility, n.vlan,
        n.owner_id in (select project_id from own) as mine,
      """
          + GRANTED
          + " as granted";
  private static final String SHOWN =
      """
      granted as (
        select g.network_id, string_agg(p.label, ' ' order by p.label) as projects from asking a
          cross join wanted n join network_grant g on g.network_id = n.id
          join project p on p.id = g.project_id
          where a.admin or n.mine or g.project_id in (select project_id from own)
          group by g.network_id),
      connected as (
        select t.network_id, count(*) as nics from asking a cross join attachment t
          where t.network_id in (select id from wanted)
          and (a.admin or t.project_id in (select project_id from own)) group by t.network_id)
      select n.label, o.label, n.visibility, n.vlan, n.mine, n.granted,
        n.visibility = 'PUBLIC' or n.granted, exists (select 1 from own), g.projects, c.nics
        from wanted n left join project o on o.id = n.owner_id
        left join granted g on g.network_id = n.id
        left join connected c on c.network_id = n.id order by n.label""";

  @Inject private Access access;
  @Inject private Tables tables;

  /** Those that the query asks for: two statements at most, however many. */
  Page<NetworkView> find(NetworkQuery query) {
    Sql wanted = new Sql("from network n where").add(access.isAdmin() ? "true" : VISIBLE);
    query.text().ifPresent(text -> wanted.addContains("n.label", text));
    query
        .usableBy()
        .ifPresent(
            project ->
                wanted.add(
                    "and (n.visibility = 'PUBLIC' or exists (select 1 from network_grant u"
                        + " join project q on q.id = u.project_id"
                        + " where u.network_id = n.id and q.label = ?))",
                    project.value()));
    Sql part =
        new Sql(FACTS)
            .add(wanted)
            .add(
                "order by n.label limit ? offset ?",
                query.page().limit() + 1,
                query.page().first());
    Sql count = new Sql("with own as (").add(access.ownProjects()).add(") select count(*)");
    boolean admin = access.isAdmin();
    return Page.of(
        query.page(),
        tables.rows(shown(part), row -> view(row, admin)),
        () -> tables.number(count.add(wanted)));
  }

  /**
   * One, by one statement.
   *
   * @throws HaasException NOT_FOUND; HIDDEN the caller's projects may not use it
   */
  NetworkView show(Label label) {
    return find(label)
        .filter(found -> found.visible() || access.isAdmin())
        .map(Found::view)
        .orElseThrow(() -> HaasException.hidden("network", label));
  }

  /** One that the caller has just changed, whether he may still see it or not. */
  NetworkView changed(Label label) {
    return find(label).map(Found::view).orElseThrow();
  }

  private record Found(NetworkView view, boolean visible) {}

  private Optional<Found> find(Label label) {
    Sql one = new Sql(FACTS).add("from network n where n.label = ?", label.value());
    boolean admin = access.isAdmin();
    List<Found> found = tables.rows(shown(one), row -> new Found(view(row, admin), row.flag(7)));
    if (found.isEmpty()) {
      throw HaasException.notFound("network", label);
    }
    return Optional.of(found.get(0));
  }

  private Sql shown(Sql wanted) {
    return new Sql("with own as (")
        .add(access.ownProjects())
        .add("), asking as (select ? as admin), wanted as (", access.isAdmin())
        .add(wanted)
        .add("),")
        .add(SHOWN);
  }

  private static NetworkView view(Row row, boolean admin) throws SQLException {
    boolean owns = admin || row.flag(5);
    boolean granted = row.flag(6);
    Visibility visibility = Visibility.valueOf(row.text(3));
    boolean uses = admin || granted || (visibility == Visibility.PUBLIC && row.flag(8));
    VlanId vlan = new VlanId((int) row.number(4));
    return new NetworkView(
        new Label(row.text(1)),
        row.optional(2).filter(owner -> owns || granted).map(Label::new),
        visibility,
        row.words(9).stream().map(Label::new).toList(),
        Optional.of(vlan).filter(id -> uses),
        uses ? List.of(Channel.NATIVE, Channel.tagged(vlan)) : List.of(),
        owns,
        row.number(10));
  }
}
