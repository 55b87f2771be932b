package org.haas.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.haas.access.Caller;
import org.haas.access.CurrentCaller;

/** Writes rows of the audit trail, in the transaction of the change if there is one. */
@ApplicationScoped
public class AuditTrail {
  private static final int LONGEST_DETAIL = 4000;

  @Inject private CurrentCaller current;
  @PersistenceContext private EntityManager database;

  /**
   * Writes that the caller did this.
   *
   * @param action such as {@code node.reserve}
   * @param project the project's name, or empty
   * @param target the name of what was changed, or empty
   */
  @Transactional
  public void record(String action, String project, String target, String detail) {
    Optional<Caller> caller = current.get();
    database
        .createNativeQuery(
            "insert into audit_event (actor, subject, origin, action, project, target, detail)"
                + " values (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
        .setParameter(1, caller.map(Caller::username).orElse("haas"))
        .setParameter(2, caller.map(c -> c.issuer() + " " + c.subject()).orElse("haas"))
        .setParameter(3, current.origin())
        .setParameter(4, action)
        .setParameter(5, project)
        .setParameter(6, target)
        .setParameter(7, detail.substring(0, Math.min(detail.length(), LONGEST_DETAIL)))
        .executeUpdate();
  }
}
