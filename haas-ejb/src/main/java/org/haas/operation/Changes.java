package org.haas.operation;

import static java.lang.System.Logger.Level.ERROR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.haas.page.Sql;
import org.haas.page.Tables;

/**
 * Tells every instance what changed: a notification in the transaction of the change, so that it
 * arrives if and only if the change was committed. {@link ChangeListener} hears it and calls {@link
 * #heard}.
 */
@ApplicationScoped
public class Changes {
  private static final System.Logger LOG = System.getLogger(Changes.class.getName());
  static final String CHANNEL = "haas_changes";

  private final List<Consumer<Change>> watchers = new CopyOnWriteArrayList<>();

  @Inject private Tables tables;

  /** Tells it when the current transaction commits. */
  public void announce(Change change) {
    tables.rows(
        new Sql("select 1 from pg_notify(?, ?)", CHANNEL, change.encoded()), row -> row.number(1));
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

  /** Hands a change to the watchers of this instance; one that fails costs the others nothing. */
  void heard(Change change) {
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
