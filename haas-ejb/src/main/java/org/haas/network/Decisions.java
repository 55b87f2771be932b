package org.haas.network;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.haas.config.HaasConfig;
import org.haas.network.ChangeSetStore.Standing;
import org.haas.operation.Journal;
import org.haas.operation.Operation;
import org.haas.operation.OperationState;
import org.haas.spi.PortConfig;
import org.haas.switches.SwitchOperation;

/**
 * Decides change-sets, in the transactions in which their ports are settled: for, when each port
 * was read as it shall be; against, when one failed. What is wanted of the ports is turned back in
 * the same transaction, and each queue brings its ports there by the ordinary way. No port is let
 * go before: its operation stays open, and nothing else touches its NIC.
 */
@ApplicationScoped
class Decisions {
  /** A decision ends it; this is for the case that nobody hears of it. */
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

  private static final String WAITS = "Written, and read back; it waits for the other NICs.";

  @PersistenceContext private EntityManager database;
  @Inject private ChangeSetStore store;
  @Inject private Journal journal;
  @Inject private HaasConfig config;

  /**
   * What was read at the ports of these parts, before anything was sent there.
   *
   * @param read by the port's row
   */
  void found(Collection<SwitchOperation> parts, Map<Long, PortConfig> read) {
    parts.stream()
        .collect(Collectors.groupingBy(part -> read.get(part.portId().orElseThrow()).toString()))
        .forEach((config, alike) -> store.found(alike, config));
  }

  /** The change-sets of those operations, locked until the transaction ends. */
  Collection<Standing> lock(Collection<SwitchOperation> operations) {
    return store.lock(
        operations.stream().flatMap(part -> part.changeSetId().stream()).distinct().toList());
  }

  /**
   * The ports of these parts of change-sets were read, and are as they shall be at this moment.
   *
   * @param locked their change-sets
   * @return those that have ended: their ports may be settled
   */
  Collection<SwitchOperation> arrived(
      Collection<Standing> locked, Collection<SwitchOperation> parts) {
    List<SwitchOperation> ended = new ArrayList<>();
    for (Standing set : locked) {
      List<SwitchOperation> its = parts.stream().filter(isOf(set)).toList();
      if (set.state() == ChangeSetState.APPLYING) {
        store.reached(its, ChangeSetPortState.WRITTEN, Optional.empty());
        if (!store.areAll(set.id(), ChangeSetPortState.WRITTEN)) {
          journal.waits(its, WAITS, LONGEST_WAIT);
          continue;
        }
        decide(set.id(), ChangeSetState.COMMITTED, Optional.empty());
      }
      end(set, its);
      ended.addAll(its);
      if (set.state().isUndone() && store.areAll(set.id(), ChangeSetPortState.RESTORED)) {
        store.turn(set.id(), ChangeSetState.UNDONE, set.error());
      }
    }
    return ended;
  }

  private void end(Standing set, Collection<SwitchOperation> parts) {
    if (set.state().isUndone()) {
      store.reached(parts, ChangeSetPortState.RESTORED, Optional.empty());
      parts.forEach(part -> journal.refused(part, set.error().orElseThrow()));
    } else {
      store.reached(parts, ChangeSetPortState.DONE, Optional.empty());
      parts.forEach(journal::done);
    }
  }

  /**
   * The parts failed, with the switch's words. One failure decides against the whole; what it takes
   * to put a port back is tried for ever.
   */
  void failed(Collection<Standing> locked, Collection<SwitchOperation> parts, String words) {
    for (Standing set : locked) {
      List<SwitchOperation> its = parts.stream().filter(isOf(set)).toList();
      if (set.state() == ChangeSetState.APPLYING) {
        turnBack(set.id(), "%s could not be changed.".formatted(its.get(0).subject()));
      }
      if (set.state() != ChangeSetState.COMMITTED) {
        store.reached(its, ChangeSetPortState.UNCERTAIN, Optional.of(words));
      }
      boolean tooOften = false;
      for (SwitchOperation part : its) {
        journal.failedForNow(part, words);
        tooOften |= database.find(Operation.class, part.id()).attempts() >= config.switchAttempts();
      }
      if (set.state() == ChangeSetState.UNDOING && tooOften) {
        store.turn(set.id(), ChangeSetState.STUCK, set.error());
      }
    }
  }

  /** Decides against one that is being applied, its row locked. */
  void turnBack(long id, String why) {
    store.turnBack(id);
    decide(id, ChangeSetState.UNDOING, Optional.of(why));
  }

  private void decide(long id, ChangeSetState state, Optional<String> why) {
    store.turn(id, state, why);
    journal.hurry(open(id));
  }

  private List<SwitchOperation> open(long id) {
    return database
        .createQuery(
            "select o from SwitchOperation o where o.changeSetId = :id and o.state in :open"
                + " order by o.id",
            SwitchOperation.class)
        .setParameter("id", id)
        .setParameter("open", List.of(OperationState.PENDING, OperationState.RUNNING))
        .getResultList();
  }

  private static Predicate<SwitchOperation> isOf(Standing set) {
    return part -> part.changeSetId().filter(id -> id == set.id()).isPresent();
  }
}
