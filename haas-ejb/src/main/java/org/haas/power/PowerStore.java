package org.haas.power;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.haas.config.HaasConfig;
import org.haas.error.Retried;
import org.haas.node.BmcDrivers;
import org.haas.node.Node;
import org.haas.node.NodeState;
import org.haas.operation.Claim;
import org.haas.operation.Journal;
import org.haas.operation.OperationState;
import org.haas.operation.QueueStore;
import org.haas.spi.PowerState;

/**
 * The short transactions around a visit to a controller: whether an operation still counts, how far
 * it has come, what became of it. Each that completes something holds the queue under the worker's
 * claim.
 */
@ApplicationScoped
class PowerStore {
  @PersistenceContext private EntityManager database;
  @Inject private QueueStore queues;
  @Inject private Journal journal;
  @Inject private SightingStore sightings;
  @Inject private HaasConfig config;
  @Inject private ReleaseStore releases;

  /** Whether an operation is to be done. */
  enum Standing {
    /** It is. */
    VALID,
    /** It was taken back meanwhile. */
    OVER,
    /** The machine was given back since it was asked for. */
    LEFT,
    /** The machine changed hands since it was asked for, or was forgotten. */
    GONE,
    /** What had to be done before it failed. */
    UNPREPARED
  }

  /** Where it stands now. */
  @Transactional
  Standing standing(PowerOperation asked) {
    PowerOperation own = database.find(PowerOperation.class, asked.id());
    if (own == null || !own.state().isOpen()) {
      return Standing.OVER;
    }
    Node node = own.nodeId().map(id -> database.find(Node.class, id)).orElse(null);
    if (node == null || !node.tenure().equals(own.tenure())) {
      return Standing.GONE;
    }
    if (own.isRelease()) {
      return Standing.VALID;
    }
    if (node.state() == NodeState.RELEASING) {
      return Standing.LEFT;
    }
    boolean failed =
        own.afterId()
            .map(id -> database.find(PowerOperation.class, id))
            .filter(before -> before.isBoot() && before.state() == OperationState.ERROR)
            .isPresent();
    return failed ? Standing.UNPREPARED : Standing.VALID;
  }

  /** What is to be undone on the machine itself. */
  record Farewell(boolean power, boolean boot) {}

  /** What the release of this node has to undo by its controller. */
  @Transactional
  Farewell farewell(long nodeId) {
    List<?> found =
        database
            .createNativeQuery(
                "select b.type, w.touched, w.booting from bmc b join node_power w"
                    + " on w.node_id = b.node_id where b.node_id = ?1")
            .setParameter(1, nodeId)
            .getResultList();
    return found.stream()
        .map(Object[].class::cast)
        .findFirst()
        .map(
            row ->
                new Farewell(
                    config.releasePowerOff()
                        && (!BmcDrivers.OBMD.equals(row[0]) || (Boolean) row[1]),
                    (Boolean) row[2]))
        .orElse(new Farewell(false, false));
  }

  /** The machine was seen off: from now on it is to be switched on. */
  @Retried
  @Transactional(TxType.REQUIRES_NEW)
  void offSeen(Claim claim, PowerOperation operation) {
    queues.lock(claim);
    database.find(PowerOperation.class, operation.id()).seenOff();
    sightings.seen(claim.queue().target(), PowerState.OFF);
    operation.seenOff();
  }

  /** It is so. */
  @Retried
  @Transactional(TxType.REQUIRES_NEW)
  void done(Claim claim, PowerOperation operation, Optional<PowerState> seen) {
    queues.lock(claim);
    seen.ifPresent(state -> sightings.seen(claim.queue().target(), state));
    if (isOpen(operation)) {
      journal.done(operation);
    }
  }

  /** The machine boots from somewhere else now; the next tenure shall not. */
  @Retried
  @Transactional(TxType.REQUIRES_NEW)
  void booting(Claim claim, PowerOperation operation) {
    queues.lock(claim);
    if (isOpen(operation)) {
      sightings.boots(claim.queue().target(), operation.device());
      journal.done(operation);
    }
  }

  /** It is not so yet: looked at again after that time. */
  @Retried
  @Transactional(TxType.REQUIRES_NEW)
  void goesOn(
      Claim claim, PowerOperation operation, Optional<PowerState> seen, Duration lookAgain) {
    queues.lock(claim);
    seen.ifPresent(state -> sightings.seen(claim.queue().target(), state));
    if (isOpen(operation)) {
      PowerOperation own = database.find(PowerOperation.class, operation.id());
      own.follow(operation);
      journal.goesOn(operation, lookAgain);
    }
  }

  /** It failed, with the controller's words: a release is tried for ever. */
  @Retried
  @Transactional(TxType.REQUIRES_NEW)
  void failed(Claim claim, PowerOperation operation, String words) {
    queues.lock(claim);
    sightings.unseen(claim.queue().target(), words);
    if (!isOpen(operation)) {
      return;
    }
    database.find(PowerOperation.class, operation.id()).follow(operation);
    if (operation.isRelease()) {
      releases.failed(operation, words);
      journal.failedForNow(operation, words);
      sightings.told(claim.queue().target());
    } else {
      journal.failed(operation, words);
    }
  }

  /** It cannot be done. */
  @Retried
  @Transactional(TxType.REQUIRES_NEW)
  void refused(Claim claim, PowerOperation operation, String words) {
    queues.lock(claim);
    if (isOpen(operation)) {
      journal.refused(operation, words);
    }
  }

  /** What it was for is no more. */
  @Retried
  @Transactional(TxType.REQUIRES_NEW)
  void drop(Claim claim, PowerOperation operation) {
    queues.lock(claim);
    if (isOpen(operation)) {
      journal.drop(operation);
    }
  }

  private boolean isOpen(PowerOperation operation) {
    PowerOperation own = database.find(PowerOperation.class, operation.id());
    return own != null && own.state().isOpen();
  }
}
