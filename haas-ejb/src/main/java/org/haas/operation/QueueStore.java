package org.haas.operation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.haas.config.HaasConfig;
import org.haas.error.Retried;

/**
 * Queues in the database: who works which, until when, and what he left unsaved. Claims are
 * compared with the database's clock only.
 */
@ApplicationScoped
public class QueueStore {
  /**
   * SQL: the operation {@code o} is to be done now, or go on, or a dead predecessor left it undone.
   */
  static final String DUE =
      "o.state in ('PENDING', 'RUNNING') and o.not_before <= clock_timestamp()"
          + " and (o.after_id is null or not exists (select 1 from operation e"
          + " where e.id = o.after_id and e.state in ('PENDING', 'RUNNING')))"
          + " and (o.looks or not "
          + ObservationStore.OBSERVING
          + ")";

  @PersistenceContext private EntityManager database;
  @Inject private HaasConfig config;

  /** Makes the queue, when its hardware is registered. */
  @Transactional(TxType.MANDATORY)
  public void open(QueueId queue) {
    database
        .createNativeQuery(
            "insert into work_queue (name, check_at, look_at) values (?1,"
                + " clock_timestamp() + ?2 * interval '1 millisecond',"
                + " clock_timestamp() + ?3 * interval '1 millisecond') on conflict do nothing")
        .setParameter(1, queue.toString())
        .setParameter(2, config.reconcileEvery().toMillis())
        .setParameter(3, config.reconcileLook().toMillis())
        .executeUpdate();
  }

  /** Forgets the queue; its operations are not touched. */
  @Transactional(TxType.MANDATORY)
  public void close(QueueId queue) {
    database
        .createNativeQuery("delete from work_queue where name = ?1")
        .setParameter(1, queue.toString())
        .executeUpdate();
  }

  /** Whether nobody works the queue: only then is a worker worth its start. */
  @Transactional
  public boolean isFree(QueueId queue) {
    return !database
        .createNativeQuery("select 1 from work_queue q where q.name = ?1 and " + free())
        .setParameter(1, queue.toString())
        .getResultList()
        .isEmpty();
  }

  /**
   * Claims the queue, if nobody has it. After a holder that did not release, waits out his claim
   * and the longest command that he may still have outstanding; and since his last lines may reach
   * the hardware even later, it is checked and mended once more when none can any longer.
   */
  @Retried
  @Transactional(TxType.REQUIRES_NEW)
  public Optional<Claim> claim(QueueId queue) {
    UUID holder = UUID.randomUUID();
    long asked = System.nanoTime();
    Duration length = config.queueClaim();
    List<?> fence =
        database
            .createNativeQuery(
                "update work_queue q set holder = ?1, fence = fence + 1, claim_until ="
                    + " clock_timestamp() + ?2 * interval '1 millisecond', mend_at = case"
                    + " when q.holder is null then q.mend_at else clock_timestamp()"
                    + " + ?4 * interval '1 millisecond' end where name = ?3 and "
                    + free()
                    + " returning fence")
            .setParameter(1, holder)
            .setParameter(2, length.toMillis())
            .setParameter(3, queue.toString())
            .setParameter(4, config.switchLate().toMillis())
            .getResultList();
    return fence.stream()
        .findFirst()
        .map(
            value ->
                new Claim(
                    queue,
                    holder,
                    ((Number) value).longValue(),
                    asked,
                    length.toNanos(),
                    this::renew));
  }

  /** Extends the claim; false when it is lost. */
  @Retried
  @Transactional(TxType.REQUIRES_NEW)
  public boolean renew(Claim claim) {
    return database
            .createNativeQuery(
                "update work_queue set claim_until = clock_timestamp()"
                    + " + ?1 * interval '1 millisecond' where name = ?2 and holder = ?3"
                    + " and fence = ?4 and claim_until > clock_timestamp()")
            .setParameter(1, config.queueClaim().toMillis())
            .setParameter(2, claim.queue().toString())
            .setParameter(3, claim.holder())
            .setParameter(4, claim.fence())
            .executeUpdate()
        == 1;
  }

  /**
   * Locks the queue for the rest of the transaction, if the claim still holds. First statement of
   * every transaction that completes operations.
   *
   * @throws ClaimLostException it does not
   */
  @Transactional(TxType.MANDATORY)
  public void lock(Claim claim) {
    boolean holds =
        !database
            .createNativeQuery(
                "select fence from work_queue where name = ?1 and holder = ?2 and fence = ?3"
                    + " and claim_until > clock_timestamp() for update")
            .setParameter(1, claim.queue().toString())
            .setParameter(2, claim.holder())
            .setParameter(3, claim.fence())
            .getResultList()
            .isEmpty();
    if (!holds) {
      throw new ClaimLostException(claim);
    }
  }

  /**
   * Gives the queue back, unless something is due.
   *
   * @return whether it was given back
   */
  @Retried
  @Transactional(TxType.REQUIRES_NEW)
  public boolean release(Claim claim) {
    return database
            .createNativeQuery(
                "update work_queue set holder = null, claim_until = null where name = ?1"
                    + " and holder = ?2 and fence = ?3 and not exists (select 1 from operation o"
                    + " where o.queue = name and "
                    + DUE
                    + ")")
            .setParameter(1, claim.queue().toString())
            .setParameter(2, claim.holder())
            .setParameter(3, claim.fence())
            .executeUpdate()
        == 1;
  }

  /** Gives the queue back whatever is due: when this worker has to stop. */
  @Retried
  @Transactional(TxType.REQUIRES_NEW)
  public void abandon(Claim claim) {
    database
        .createNativeQuery(
            "update work_queue set holder = null, claim_until = null where name = ?1"
                + " and holder = ?2 and fence = ?3")
        .setParameter(1, claim.queue().toString())
        .setParameter(2, claim.holder())
        .setParameter(3, claim.fence())
        .executeUpdate();
  }

  private Duration longestCommand() {
    Duration bmc = config.bmcTimeout();
    return bmc.compareTo(config.switchTimeout()) > 0 ? bmc : config.switchTimeout();
  }

  /** SQL: the queue {@code q} has no holder, or one who is certainly gone. */
  String free() {
    return "(q.holder is null or q.claim_until + (case when q.name like '%s:%%' then %d else %d end)"
            .formatted(
                QueueId.HYPERVISOR,
                config.hypervisorTimeout().toMillis(),
                longestCommand().toMillis())
        + " * interval '1 millisecond' < clock_timestamp())";
  }
}
