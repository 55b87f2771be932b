package org.haas.operation;

import static java.lang.System.Logger.Level.ERROR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Tells every instance what changed, once that is committed: {@link Crier} notifies the database's
 * listeners, {@link ChangeListener} hears it and calls {@link #heard}.
 */
@ApplicationScoped
public class Changes {
  private static final System.Logger LOG = System.getLogger(Changes.class.getName());
  static final String CHANNEL = "haas_changes";

  private final List<Consumer<Change>> watchers = new CopyOnWriteArrayList<>();
  private final AtomicLong count = new AtomicLong();

  @Inject private Announcements announcements;

  /** Tells it soon after the current transaction has committed; at once when there is none. */
  public void announce(Change change) {
    announcements.add(change);
  }

  /**
   * Calls the watcher with every change from now on, on a thread of the application's: it must
   * return at once and not throw.
   *
   * @return ends it when closed
   */
  public Subscription watch(Consumer<Change> watcher) {
    watchers.add(watcher);
    return () -> watchers.remove(watcher);
  }

  /**
   * How many changes this instance has heard of. Who has read something, and finds another number
   * later, has missed something.
   */
  public long count() {
    return count.get();
  }

  /** Hands a change to the watchers of this instance; one that fails costs the others nothing. */
  void heard(Change change) {
    count.incrementAndGet();
    for (Consumer<Change> watcher : watchers) {
      try {
        watcher.accept(change);
      } catch (RuntimeException failed) {
        LOG.log(ERROR, "a watcher of changes failed", failed);
      }
    }
  }

  /** A watch that ends when closed. */
  public interface Subscription extends AutoCloseable {
    @Override
    void close();
  }
}
