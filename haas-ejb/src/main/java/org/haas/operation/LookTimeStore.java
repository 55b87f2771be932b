package org.haas.operation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.util.List;
import org.haas.config.HaasConfig;

/** When a queue's hardware is looked at, without an operation and without a claim. */
@ApplicationScoped
public class LookTimeStore {
  /** Until a look that could not tell what it saw is done again. */
  private static final Duration SOON = Duration.ofSeconds(10);

  @PersistenceContext private EntityManager database;
  @Inject private HaasConfig config;

  /**
   * The queues of that kind whose hardware is to be looked at now, the longest due first, each told
   * to one caller. None while HaaS only observes: then it checks.
   *
   * @param failing whether those that failed at the last look are meant, or the others
   */
  @Transactional(TxType.MANDATORY)
  public List<QueueId> due(String kind, boolean failing, int most) {
    List<?> found =
        database
            .createNativeQuery(
                "with due as (select q.name from work_queue q where q.name like ?1"
                    + " and (q.look_failed_since is not null) = ?4"
                    + " and q.look_at <= clock_timestamp() and not "
                    + ObservationStore.OBSERVING
                    + " order by q.look_at limit ?2 for update of q skip locked)"
                    + " update work_queue q set look_at = clock_timestamp()"
                    + " + ?3 * interval '1 millisecond' from due where q.name = due.name"
                    + " returning q.name")
            .setParameter(1, kind + ":%")
            .setParameter(2, most)
            .setParameter(3, config.reconcileLook().toMillis())
            .setParameter(4, failing)
            .getResultList();
    return found.stream().map(name -> QueueId.parse((String) name)).toList();
  }

  /** Whether no check of the queue is open, and HaaS does not only observe. */
  @Transactional(TxType.MANDATORY)
  public boolean mayCheck(QueueId queue) {
    return !database
        .createNativeQuery(
            "select 1 from work_queue q where q.name = ?1 and not "
                + ObservationStore.OBSERVING
                + " and not exists ("
                + UpkeepStore.OPEN
                + " and o.looks) for update of q")
        .setParameter(1, queue.toString())
        .getResultList()
        .isEmpty();
  }

  /** The hardware is looked at again in ten seconds, if not before. */
  @Transactional(TxType.MANDATORY)
  public void soon(QueueId queue) {
    update(
            "update work_queue set look_at = least(look_at, clock_timestamp() + "
                + SOON.toMillis()
                + " * interval '1 millisecond') where name = ?1",
            queue)
        .executeUpdate();
  }

  /**
   * A look failed.
   *
   * @return whether the one before had not
   */
  @Transactional(TxType.MANDATORY)
  public boolean failed(QueueId queue) {
    return update(
                "update work_queue set look_failed_since = clock_timestamp()"
                    + " where name = ?1 and look_failed_since is null",
                queue)
            .executeUpdate()
        == 1;
  }

  /**
   * A look succeeded. Nothing is written unless the one before had failed.
   *
   * @return whether it had
   */
  @Transactional(TxType.MANDATORY)
  public boolean succeeded(QueueId queue) {
    return update(
                "update work_queue set look_failed_since = null"
                    + " where name = ?1 and look_failed_since is not null",
                queue)
            .executeUpdate()
        == 1;
  }

  private Query update(String sql, QueueId queue) {
    return database.createNativeQuery(sql).setParameter(1, queue.toString());
  }
}
