package org.haas.switches;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Optional;

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
}
