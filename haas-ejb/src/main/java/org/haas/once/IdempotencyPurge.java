package org.haas.once;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/**
 * Forgets keys that count for nothing any more, each hour, in small transactions. Several instances
 * may do it at once.
 */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class IdempotencyPurge {
  private static final System.Logger LOG = System.getLogger(IdempotencyPurge.class.getName());

  @Inject private IdempotencyStore store;

  /** Forgets what is old enough now; repeats safely. */
  @Schedule(hour = "*", minute = "47", persistent = false)
  public void purge() {
    try {
      long forgotten = 0;
      int last;
      do {
        last = store.forget();
        forgotten += last;
      } while (last == IdempotencyStore.AT_ONCE);
      if (forgotten > 0) {
        LOG.log(INFO, "forgot {0} old idempotency keys", forgotten);
      }
    } catch (IllegalStateException failed) { // as Tables tells it
      LOG.log(WARNING, "old idempotency keys stay for another hour", failed);
    }
  }
}
