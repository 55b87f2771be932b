package org.haas.power;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.haas.config.HaasConfig;
import org.haas.error.Retried;
import org.haas.operation.Change;
import org.haas.operation.Changes;
import org.haas.spi.BootDevice;
import org.haas.spi.PowerState;

/** What controllers said last, and which are asked next. Times are the database's. */
@ApplicationScoped
class SightingStore {
  @PersistenceContext private EntityManager database;
  @Inject private Changes changes;
  @Inject private HaasConfig config;

  /**
   * The nodes whose power is to be read now, each told to one caller: its next time is set before
   * it is asked. Spread by a tenth, rarer for one that fails; not those that an operation is at,
   * which reads itself, and not HIL's daemons, whose tokens would be void.
   */
  @Retried
  @Transactional(TxType.REQUIRES_NEW)
  List<Long> due(int most) {
    List<?> found =
        database
            .createNativeQuery(
                "update node_power w set poll_at = clock_timestamp() + ?1 * interval '1 millisecond'"
                    + " * (0.9 + 0.2 * random()) * least(power(2, w.failures), 8) where w.node_id in"
                    + " (select d.node_id from node_power d join bmc b on b.node_id = d.node_id"
                    + " where d.poll_at <= clock_timestamp() and b.type <> 'obmd' and not exists"
                    + " (select 1 from operation o where o.node_id = d.node_id"
                    + " and o.state in ('PENDING', 'RUNNING')) order by d.poll_at limit ?2"
                    + " for update of d skip locked) returning w.node_id")
            .setParameter(1, config.powerEvery().toMillis())
            .setParameter(2, most)
            .getResultList();
    return found.stream().map(id -> ((Number) id).longValue()).toList();
  }

  /** The controller was asked, and said that. */
  @Retried
  @Transactional(TxType.REQUIRES_NEW)
  void polled(long nodeId, PowerState state) {
    seen(nodeId, state);
  }

  /** The controller was asked, and failed. */
  @Retried
  @Transactional(TxType.REQUIRES_NEW)
  void pollFailed(long nodeId, String words) {
    unseen(nodeId, words);
  }

  /** The machine was seen like that. */
  @Transactional(TxType.MANDATORY)
  void seen(long nodeId, PowerState state) {
    boolean news =
        isTrue(
            database.createNativeQuery(
                "update node_power w set state = ?1, read_at = clock_timestamp(), error = null,"
                    + " failed_at = null, failures = 0 from (select node_id, state, error, read_at"
                    + " from node_power where node_id = ?2 for update) old"
                    + " where w.node_id = old.node_id returning"
                    + " old.state <> w.state or old.error is not null or old.read_at is null"),
            state.name(),
            nodeId);
    if (news) {
      told(nodeId);
    }
  }

  /** The controller failed, with these words: what was seen last stands, and grows old. */
  @Transactional(TxType.MANDATORY)
  void unseen(long nodeId, String words) {
    boolean news =
        isTrue(
            database.createNativeQuery(
                "update node_power w set error = ?1, failures = w.failures + 1,"
                    + " failed_at = coalesce(w.failed_at, clock_timestamp())"
                    + " from (select node_id, error from node_power where node_id = ?2 for update)"
                    + " old where w.node_id = old.node_id"
                    + " returning old.error is distinct from w.error"),
            words,
            nodeId);
    if (news) {
      told(nodeId);
    }
  }

  private static boolean isTrue(Query query, String first, long second) {
    List<?> answer = query.setParameter(1, first).setParameter(2, second).getResultList();
    return answer.stream().anyMatch(Boolean.TRUE::equals);
  }

  /** From now on this tenure may have switched the machine on. */
  @Transactional(TxType.MANDATORY)
  void touched(long nodeId) {
    update("update node_power set touched = true where node_id = ?1", nodeId);
  }

  /** The machine boots from there. */
  @Transactional(TxType.MANDATORY)
  void boots(long nodeId, BootDevice device) {
    update(
        "update node_power set booting = %s where node_id = ?1"
            .formatted(device != BootDevice.NONE),
        nodeId);
  }

  /** What the tenure did is undone. */
  @Transactional(TxType.MANDATORY)
  void forgetTenure(long nodeId) {
    update("update node_power set touched = false, booting = false where node_id = ?1", nodeId);
  }

  private void update(String sql, long nodeId) {
    database.createNativeQuery(sql).setParameter(1, nodeId).executeUpdate();
  }

  /** Tells whoever may see the machine that something of it is new. */
  @Transactional(TxType.MANDATORY)
  void told(long nodeId) {
    List<?> found =
        database
            .createNativeQuery("select label, project_id from node where id = ?1")
            .setParameter(1, nodeId)
            .getResultList();
    found.stream()
        .map(Object[].class::cast)
        .forEach(
            row ->
                changes.announce(
                    new Change(
                        Change.Kind.POWER,
                        (String) row[0],
                        Optional.of((String) row[0]),
                        row[1] == null
                            ? OptionalLong.empty()
                            : OptionalLong.of(((Number) row[1]).longValue()))));
  }
}
