package org.haas.operation;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.haas.access.Access;
import org.haas.audit.Audited;
import org.haas.error.ErrorCode;
import org.haas.error.HaasException;
import org.haas.page.Criteria;
import org.haas.page.Page;

/** What was asked of the hardware, and how it went. */
@Stateless
public class Operations {
  @PersistenceContext private EntityManager database;
  @Inject private Access access;
  @Inject private Journal journal;
  @Inject private Handlers handlers;
  @Inject private StepStore steps;

  /**
   * One operation, for members of its project and administrators.
   *
   * @throws HaasException NOT_FOUND, HIDDEN
   */
  public OperationView show(UUID id) {
    access.requireLogin();
    return visible(id).view(access.isAdmin());
  }

  /**
   * The steps of an operation, in their order; none when it has one step only.
   *
   * @throws HaasException NOT_FOUND, HIDDEN
   */
  public List<StepView> steps(UUID id) {
    access.requireLogin();
    return plain(steps.of(visible(id)));
  }

  /**
   * The steps of several operations, in their order, by one statement; of an operation with one
   * step only, or that the caller may not see, there are none.
   */
  public Map<UUID, List<StepView>> steps(Collection<UUID> ids) {
    access.requireLogin();
    Map<UUID, List<StepView>> found = steps.of(ids, access.mayUse("o.project_id"));
    found.replaceAll((id, its) -> plain(its));
    return found;
  }

  private List<StepView> plain(List<StepView> views) {
    return access.isAdmin() ? views : views.stream().map(StepView::plain).toList();
  }

  /** The operations of the caller's projects, newest first; an administrator sees all. */
  public Page<OperationView> list(OperationQuery query) {
    access.requireLogin();
    boolean admin = access.isAdmin();
    Criteria criteria = new Criteria();
    if (!admin) {
      Set<Long> own = access.projects();
      if (own.isEmpty()) {
        return new Page<>(List.of(), 0);
      }
      criteria.and("o.projectId in :own", "own", own);
    }
    query
        .project()
        .ifPresent(project -> criteria.and("o.project = :project", "project", project.value()));
    query.node().ifPresent(node -> criteria.and("o.node = :node", "node", node.value()));
    query
        .headnode()
        .ifPresent(about -> criteria.and("o.headnode = :headnode", "headnode", about.value()));
    if (!query.states().isEmpty()) {
      criteria.and("o.state in :states", "states", query.states());
    }
    String from = " from Operation o" + criteria.where();
    return new Page<>(
        criteria
            .bind(database.createQuery("select o" + from + " order by o.id desc", Operation.class))
            .setFirstResult(query.page().first())
            .setMaxResults(query.page().limit())
            .getResultStream()
            .map(operation -> operation.view(admin))
            .toList(),
        criteria
            .bind(database.createQuery("select count(o)" + from, Long.class))
            .getSingleResult());
  }

  /**
   * Takes back an operation that has not begun.
   *
   * @throws HaasException NOT_FOUND, HIDDEN; ILLEGAL_STATE it runs or has ended
   */
  @Audited("operation.cancel")
  public OperationView cancel(UUID id) {
    access.requireLogin();
    Operation operation = visible(id);
    if (!journal.cancel(operation)) {
      throw new HaasException(
          ErrorCode.ILLEGAL_STATE,
          "Operation %s has begun or ended; only a pending one can be cancelled.".formatted(id));
    }
    handlers.of(operation.getClass()).cancelled(operation);
    return operation.view(access.isAdmin());
  }

  /**
   * Has an open operation tried again at once, in place of when its next attempt is due.
   *
   * @throws HaasException NOT_FOUND, HIDDEN; ILLEGAL_STATE it has ended
   */
  @Audited("operation.retry")
  public OperationView retry(UUID id) {
    access.requireLogin();
    Operation operation = visible(id);
    if (!operation.state().isOpen()) {
      throw new HaasException(
          ErrorCode.ILLEGAL_STATE,
          "Operation %s has ended; only an open one can be tried again.".formatted(id));
    }
    journal.hurry(operation);
    return operation.view(access.isAdmin());
  }

  private Operation visible(UUID id) {
    Operation operation =
        database
            .createQuery("select o from Operation o where o.uuid = :id", Operation.class)
            .setParameter("id", id)
            .getResultStream()
            .findFirst()
            .orElseThrow(() -> HaasException.notFound("operation", id));
    boolean own = operation.projectId().filter(access.projects()::contains).isPresent();
    if (!own && !access.isAdmin()) {
      throw HaasException.hidden("operation", id);
    }
    return operation;
  }
}
