package org.haas.switches;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Optional;
import org.haas.operation.QueueId;

/** Whether switches let us in: what administrators look at when one does not. */
@ApplicationScoped
public class ContactStore {
  private static final String INSTANCE =
      Optional.ofNullable(System.getenv("HOSTNAME")).orElse("instance")
          + "/"
          + ProcessHandle.current().pid();

  @PersistenceContext private EntityManager database;

  /**
   * A login succeeded; its session is open while that worker has the queue.
   *
   * @param fence of the worker's claim
   */
  @Transactional(TxType.REQUIRES_NEW)
  public void opened(long switchId, long fence) {
    database
        .createNativeQuery(
            "insert into switch_contact (switch_id, reached_at, fence, instance)"
                + " select id, clock_timestamp(), ?2, ?3 from switch where id = ?1"
                + " on conflict (switch_id) do update set reached_at = excluded.reached_at,"
                + " fence = excluded.fence, instance = excluded.instance")
        .setParameter(1, switchId)
        .setParameter(2, fence)
        .setParameter(3, INSTANCE)
        .executeUpdate();
  }

  /** A login failed, with the switch's or the network's words. */
  @Transactional(TxType.REQUIRES_NEW)
  public void failed(long switchId, String words) {
    database
        .createNativeQuery(
            "insert into switch_contact (switch_id, failed_at, error)"
                + " select id, clock_timestamp(), ?2 from switch where id = ?1"
                + " on conflict (switch_id) do update set failed_at = excluded.failed_at,"
                + " error = excluded.error, fence = null, instance = null")
        .setParameter(1, switchId)
        .setParameter(2, words)
        .executeUpdate();
  }

  /**
   * A login beside the worker's failed. While one has the queue, nothing is written.
   *
   * @param queue of the switch
   */
  @Transactional(TxType.REQUIRED)
  public void failedBeside(long switchId, QueueId queue, String words) {
    database
        .createNativeQuery(
            "insert into switch_contact (switch_id, failed_at, error)"
                + " select s.id, clock_timestamp(), ?2 from switch s where s.id = ?1 and not exists"
                + " (select 1 from work_queue q where q.name = ?3"
                + " and q.claim_until > clock_timestamp())"
                + " on conflict (switch_id) do update set failed_at = excluded.failed_at,"
                + " error = excluded.error, fence = null, instance = null")
        .setParameter(1, switchId)
        .setParameter(2, words)
        .setParameter(3, queue.toString())
        .executeUpdate();
  }

  /** A login beside the worker's succeeded. Nothing is written unless the last one had failed. */
  @Transactional(TxType.REQUIRED)
  public void answered(long switchId) {
    database
        .createNativeQuery(
            "update switch_contact set reached_at = clock_timestamp() where switch_id = ?1"
                + " and failed_at is not null and (reached_at is null or reached_at <= failed_at)")
        .setParameter(1, switchId)
        .executeUpdate();
  }
}
