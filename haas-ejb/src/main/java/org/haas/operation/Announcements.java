package org.haas.operation;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What this instance has committed and {@link Crier} has not told yet; the same thing twice is told
 * once. Not kept when the instance dies: the next one to start tells everybody to look again.
 */
@ApplicationScoped
class Announcements {
  /** More than anybody would look at one by one. */
  static final int MOST = 10_000;

  private static final Object KEY = Announcements.class;

  private final Set<Change> waiting = new LinkedHashSet<>();

  @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
  private TransactionSynchronizationRegistry transactions;

  /** Once the current transaction has committed; at once if there is none. */
  void add(Change change) {
    if (transactions.getTransactionKey() == null) {
      tell(List.of(change));
    } else if (!transactions.getRollbackOnly()) {
      ofTransaction().add(change);
    }
  }

  @SuppressWarnings("unchecked") // nobody else knows the key
  private Set<Change> ofTransaction() {
    Set<Change> known = (Set<Change>) transactions.getResource(KEY);
    if (known != null) {
      return known;
    }
    Set<Change> changes = new LinkedHashSet<>();
    transactions.putResource(KEY, changes);
    transactions.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {
            // nothing is told before it is so
          }

          @Override
          public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
              tell(changes);
            }
          }
        });
    return changes;
  }

  /** Tells it as soon as may be. */
  synchronized void tell(Collection<Change> changes) {
    waiting.addAll(changes);
    if (waiting.size() > MOST) {
      waiting.clear();
      waiting.add(Change.MISSED);
    }
    notifyAll();
  }

  /** Waits until there is something to tell, and hands over all of it, in order. */
  synchronized List<Change> take() throws InterruptedException {
    while (waiting.isEmpty()) {
      wait();
    }
    List<Change> taken = List.copyOf(waiting);
    waiting.clear();
    return taken;
  }
}
