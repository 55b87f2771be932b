package org.haas.audit;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;

/**
 * Forgets what is older than the retention, each hour, in small transactions. Several instances may
 * do it at once.
 */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AuditPurge {
  private static final System.Logger LOG = System.getLogger(AuditPurge.class.getName());

  @Inject private AuditTrail trail;

  /** Forgets what is old enough now; repeats safely. */
  @Schedule(hour = "*", minute = "37", persistent = false)
  public void purge() {
    try {
      long forgotten = 0;
      long last;
      do {
        last = trail.forget();
        forgotten += last;
      } while (last == AuditTrail.AT_ONCE);
      if (forgotten > 0) {
        LOG.log(INFO, "forgot {0} old events of the audit trail", forgotten);
      }
    } catch (PersistenceException failed) {
      LOG.log(WARNING, "old events of the audit trail stay for another hour", failed);
    }
  }
}
