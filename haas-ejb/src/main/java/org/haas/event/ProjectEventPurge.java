package org.haas.event;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/**
 * Forgets events of projects that are older than seven days, each hour, in small transactions.
 * Several instances may do it at once.
 */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ProjectEventPurge {
  private static final System.Logger LOG = System.getLogger(ProjectEventPurge.class.getName());

  @Inject private ProjectEventStore store;

  /** Forgets what is old enough now; repeats safely. */
  @Schedule(hour = "*", minute = "57", persistent = false)
  public void purge() {
    try {
      store.number();
      long forgotten = 0;
      int last;
      do {
        last = store.forget();
        forgotten += last;
      } while (last == ProjectEventStore.MOST);
      if (forgotten > 0) {
        LOG.log(INFO, "forgot {0} old events of projects", forgotten);
      }
    } catch (IllegalStateException failed) { // as Tables tells it
      LOG.log(WARNING, "old events of projects stay for another hour", failed);
    }
  }
}
