package org.haas.overview;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.haas.access.Access;
import org.haas.access.Caller;
import org.haas.access.Role;
import org.haas.error.HaasException;
import org.haas.page.Page;
import org.haas.spi.Label;

/** What projects have. Each method counts in one statement. */
@Stateless
public class Holdings {
  private static final String ONE =
      "select q.id, q.label, 1 as total from project q where q.label = ?3";

  private static final String PART =
      "select q.id, q.label, count(*) over () as total from project q"
          + " where position(?3 in lower(q.label)) > 0 and (?4 or exists"
          + " (select 1 from standing o where o.project_id = q.id and o.issuer = ?1"
          + " and o.subject = ?2)) order by q.label limit ?5 offset ?6";

  private static final String COUNTED =
      "select p.label, m.role, (select count(*) from membership x where x.project_id = p.id),"
          + " (select count(*) from node n where n.project_id = p.id),"
          + " (select count(*) from network w where w.owner_id = p.id),"
          + " (select count(*) from headnode h where h.project_id = p.id), p.total from (%s) p"
          + " left join standing m on m.project_id = p.id and m.issuer = ?1 and m.subject = ?2"
          + " order by p.label";

  private static final int TOTAL = 6;

  @PersistenceContext private EntityManager database;
  @Inject private Access access;

  /** The caller's projects by name, an administrator's are all. A part beyond the end is empty. */
  public Page<HoldingView> list(HoldingQuery query) {
    Caller caller = access.caller();
    List<Object[]> rows =
        rows(
            statement(PART, caller)
                .setParameter(3, query.text().map(text -> text.toLowerCase(Locale.ROOT)).orElse(""))
                .setParameter(4, caller.admin() && !query.own())
                .setParameter(5, query.page().limit())
                .setParameter(6, query.page().first()));
    return new Page<>(
        rows.stream().map(Holdings::view).toList(),
        rows.isEmpty() ? 0 : number(rows.get(0)[TOTAL]));
  }

  /**
   * One project. For its members.
   *
   * @throws HaasException NOT_FOUND, HIDDEN
   */
  public HoldingView show(Label project) {
    access.requireMember(project);
    return rows(statement(ONE, access.caller()).setParameter(3, project.value())).stream()
        .map(Holdings::view)
        .findFirst()
        .orElseThrow(() -> HaasException.notFound("project", project));
  }

  private Query statement(String projects, Caller caller) {
    return database
        .createNativeQuery(COUNTED.formatted(projects))
        .setParameter(1, caller.issuer())
        .setParameter(2, caller.subject());
  }

  private static List<Object[]> rows(Query query) {
    List<?> rows = query.getResultList();
    return rows.stream().map(Object[].class::cast).toList();
  }

  private static HoldingView view(Object[] row) {
    return new HoldingView(
        new Label((String) row[0]),
        Optional.ofNullable((String) row[1]).map(Role::valueOf),
        number(row[2]),
        number(row[3]),
        number(row[4]),
        number(row[5]));
  }

  private static long number(Object count) {
    return ((Number) count).longValue();
  }
}
