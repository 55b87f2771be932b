package org.haas.operation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.util.List;
import org.haas.config.HaasConfig;
import org.haas.error.Retried;

/** What a queue's hardware needs although nobody asked: its configuration saved, a look at it. */
@ApplicationScoped
public class UpkeepStore {
  /** What was not saved after so long is not going to be by the operation that wrote it. */
  private static final Duration UNSAVED = Duration.ofSeconds(10);

  /** Between two checks that something asks for: the hardware may be away for days. */
  private static final Duration PAUSE = Duration.ofSeconds(60);

  static final String OPEN =
      "select 1 from operation o where o.queue = q.name and o.state in ('PENDING', 'RUNNING')";

  @PersistenceContext private EntityManager database;
  @Inject private HaasConfig config;
  @Inject private QueueStore queues;

  /**
   * A queue that is to be checked now.
   *
   * @param mend whether what differs is put right
   */
  public record Check(QueueId queue, boolean mend) {}

  /** Remembers that the hardware's running configuration is about to differ from the saved one. */
  @Transactional(TxType.MANDATORY)
  public void dirty(Claim claim) {
    queues.lock(claim);
    update(
        "update work_queue set dirty_since = coalesce(dirty_since, clock_timestamp())"
            + " where name = ?1",
        claim.queue());
  }

  /** The hardware's configuration was saved. */
  @Retried
  @Transactional(TxType.REQUIRES_NEW)
  public void saved(Claim claim) {
    queues.lock(claim);
    update("update work_queue set dirty_since = null where name = ?1", claim.queue());
  }

  /** Whether something was written and never saved, and may be saved now. */
  @Transactional
  public boolean isDirty(QueueId queue) {
    return !database
        .createNativeQuery(
            "select 1 from work_queue where name = ?1 and dirty_since is not null and not "
                + ObservationStore.OBSERVING)
        .setParameter(1, queue.toString())
        .getResultList()
        .isEmpty();
  }

  /**
   * The queues of that kind whose hardware is to be checked now, each told to one caller: its time
   * has come, a vanished worker's last lines have arrived by now, or something is not saved and
   * nobody is at it.
   */
  @Transactional(TxType.MANDATORY)
  public List<Check> due(String kind) {
    Duration every = config.reconcileEvery();
    List<?> found =
        database
            .createNativeQuery(
                "with due as (select q.name, q.mend_at <= clock_timestamp() as mend from work_queue q"
                    + " where q.name like ?1 and not exists ("
                    + OPEN
                    + " and o.looks) and ((q.check_at <= clock_timestamp() and (?2 or "
                    + ObservationStore.OBSERVING
                    + ")) or (q.check_at <= clock_timestamp() + ?3 * interval '1 millisecond' and"
                    + " (q.mend_at <= clock_timestamp() or (q.dirty_since < clock_timestamp() - "
                    + UNSAVED.toMillis()
                    + " * interval '1 millisecond' and not exists ("
                    + OPEN
                    + "))))) for update of q skip locked) update work_queue q set check_at ="
                    + " clock_timestamp() + ?4 * interval '1 millisecond' from due"
                    + " where q.name = due.name returning q.name, coalesce(due.mend, false)")
            .setParameter(1, kind + ":%")
            .setParameter(2, !every.isZero())
            .setParameter(3, every.minus(PAUSE).toMillis())
            .setParameter(4, every.toMillis())
            .getResultList();
    return found.stream()
        .map(Object[].class::cast)
        .map(row -> new Check(QueueId.parse((String) row[0]), (Boolean) row[1]))
        .toList();
  }

  /** The queue is checked as soon as somebody looks for {@link #due}. */
  @Transactional(TxType.MANDATORY)
  public void checkAll() {
    database
        .createNativeQuery("update work_queue set check_at = clock_timestamp()")
        .executeUpdate();
  }

  /** What differed is asked to be put right: no vanished worker's line can arrive any more. */
  @Transactional(TxType.MANDATORY)
  public void mended(Claim claim, Operation check) {
    database
        .createNativeQuery(
            "update work_queue set mend_at = null where name = ?1"
                + " and mend_at <= (select not_before from operation where id = ?2)")
        .setParameter(1, claim.queue().toString())
        .setParameter(2, check.id())
        .executeUpdate();
  }

  private void update(String sql, QueueId queue) {
    database.createNativeQuery(sql).setParameter(1, queue.toString()).executeUpdate();
  }
}
