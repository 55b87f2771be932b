package org.haas.node;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Set;
import org.haas.access.Access;
import org.haas.page.Criteria;
import org.haas.page.Page;

/** Filters, sorts and pages nodes in the database, among those that the caller may see. */
@ApplicationScoped
class NodeSearch {
  @PersistenceContext private EntityManager database;
  @Inject private Access access;

  Page<Node> find(NodeQuery query) {
    Criteria criteria = visible();
    query.text().ifPresent(text -> criteria.andContains("n.label", text));
    query.state().ifPresent(state -> criteria.and("n.state = :state", "state", state));
    query
        .project()
        .ifPresent(project -> criteria.and("p.label = :project", "project", project.value()));
    String from = " from Node n left join Project p on p.id = n.projectId" + criteria.where();
    return new Page<>(
        criteria
            .bind(database.createQuery("select n" + from + order(query), Node.class))
            .setHint("eclipselink.batch", "n.metadata")
            .setHint("eclipselink.batch.type", "IN")
            .setFirstResult(query.page().first())
            .setMaxResults(query.page().limit())
            .getResultList(),
        criteria
            .bind(database.createQuery("select count(n)" + from, Long.class))
            .getSingleResult());
  }

  /** Free nodes and those of the caller's projects; an administrator sees all. */
  private Criteria visible() {
    Criteria criteria = new Criteria();
    if (access.isAdmin()) {
      return criteria;
    }
    Set<Long> own = access.projects();
    criteria.with("free", NodeState.FREE);
    return own.isEmpty()
        ? criteria.and("n.state = :free")
        : criteria.and("(n.state = :free or n.projectId in :own)", "own", own);
  }

  private static String order(NodeQuery query) {
    String direction = query.descending() ? " desc" : "";
    String byName = "n.label" + direction;
    return " order by "
        + switch (query.sort()) {
          case NAME -> byName;
          case STATE -> "n.state" + direction + ", " + byName;
          case PROJECT -> "p.label" + direction + ", " + byName;
        };
  }
}
