package org.haas.network;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Set;
import org.haas.access.Access;
import org.haas.page.Criteria;
import org.haas.page.Page;

/** Filters and pages networks in the database, among those that the caller may see. */
@ApplicationScoped
class NetworkSearch {
  @PersistenceContext private EntityManager database;
  @Inject private Access access;

  Page<Network> find(NetworkQuery query) {
    Criteria criteria = visible();
    query.text().ifPresent(text -> criteria.andContains("n.label", text));
    query
        .usableBy()
        .ifPresent(
            project ->
                criteria
                    .and(
                        "(n.visibility = :public or n.id in (select m.id from Network m join"
                            + " m.grants g, Project q where q.id = g and q.label = :project))",
                        "project",
                        project.value())
                    .with("public", Visibility.PUBLIC));
    String from = " from Network n" + criteria.where();
    return new Page<>(
        criteria
            .bind(database.createQuery("select n" + from + " order by n.label", Network.class))
            .setHint("eclipselink.batch", "n.grants")
            .setHint("eclipselink.batch.type", "IN")
            .setFirstResult(query.page().first())
            .setMaxResults(query.page().limit())
            .getResultList(),
        criteria
            .bind(database.createQuery("select count(n)" + from, Long.class))
            .getSingleResult());
  }

  /** Public networks and those that the caller's projects may use; an administrator sees all. */
  private Criteria visible() {
    Criteria criteria = new Criteria();
    if (access.isAdmin()) {
      return criteria;
    }
    Set<Long> own = access.projects();
    criteria.with("public", Visibility.PUBLIC);
    return own.isEmpty()
        ? criteria.and("n.visibility = :public")
        : criteria.and(
            "(n.visibility = :public or n.id in (select o.id from Network o join o.grants h"
                + " where h in :own))",
            "own",
            own);
  }
}
