package org.haas.operation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.haas.error.Retried;

/** Whether the database is believed, in the database itself: the same for all instances. */
@ApplicationScoped
public class ObservationStore {
  /** SQL: nothing may be written to hardware. */
  static final String OBSERVING =
      "exists (select 1 from observation s where s.accepted_at is null)";

  @PersistenceContext private EntityManager database;
  @Inject private UpkeepStore upkeep;

  /**
   * What an instance sees.
   *
   * @param epoch how often an administrator has accepted what the switches are
   * @param observing whether that is awaited now
   * @param knows whether the operation that was asked for is there
   * @param newest the newest operation that a worker has begun
   */
  record Sight(long epoch, boolean observing, boolean knows, Optional<Witness> newest) {}

  /** Looks for that witness, and for the newest one. */
  @Transactional
  Sight look(Optional<Witness> kept) {
    Object[] row =
        (Object[])
            database
                .createNativeQuery(
                    "select coalesce((select max(s.id) from observation s"
                        + " where s.accepted_at is not null), 0), "
                        + OBSERVING
                        + ", exists (select 1 from operation o where o.id = ?1 and o.uuid = ?2),"
                        + " n.id, cast(n.uuid as text) from (select 1) one left join lateral"
                        + " (select o.id, o.uuid from operation o where o.started_at is not null"
                        + " order by o.id desc limit 1) n on true")
                .setParameter(1, kept.map(Witness::operation).orElse(0L))
                .setParameter(2, kept.map(Witness::uuid).orElse(new UUID(0, 0)))
                .getSingleResult();
    long epoch = ((Number) row[0]).longValue();
    return new Sight(
        epoch,
        (Boolean) row[1],
        (Boolean) row[2],
        Optional.ofNullable(row[3])
            .map(
                id -> new Witness(((Number) id).longValue(), UUID.fromString("" + row[4]), epoch)));
  }

  /** From now on nothing is written, and all hardware is looked at; repeats safely. */
  @Retried
  @Transactional(TxType.REQUIRES_NEW)
  void begin(String reason) {
    int begun =
        database
            .createNativeQuery(
                "insert into observation (reason, after_id)"
                    + " select ?1, coalesce(max(id), 0) from operation on conflict do nothing")
            .setParameter(1, reason)
            .executeUpdate();
    if (begun == 1) {
      upkeep.checkAll();
    }
  }

  /**
   * What is waiting to be accepted.
   *
   * @param since when an instance found out
   * @param reason what it found
   * @param after the newest operation at that moment
   */
  public record Observation(Instant since, String reason, long after) {}

  /** The open one, its row locked until the transaction ends. */
  @Transactional(TxType.MANDATORY)
  public Optional<Observation> open() {
    List<?> found =
        database
            .createNativeQuery(
                "select began_at, reason, after_id from observation where accepted_at is null"
                    + " for update")
            .getResultList();
    return found.stream()
        .findFirst()
        .map(Object[].class::cast)
        .map(
            row ->
                new Observation(
                    ((java.sql.Timestamp) row[0]).toInstant(),
                    (String) row[1],
                    ((Number) row[2]).longValue()));
  }

  /** An administrator takes the database as it is. */
  @Transactional(TxType.MANDATORY)
  public void accept(String by) {
    database
        .createNativeQuery(
            "update observation set accepted_at = clock_timestamp(), accepted_by = ?1"
                + " where accepted_at is null")
        .setParameter(1, by)
        .executeUpdate();
  }
}
