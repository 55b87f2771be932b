package org.haas.network;

import static java.lang.System.Logger.Level.WARNING;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.haas.config.HaasConfig;
import org.haas.error.Retried;
import org.haas.operation.Claim;
import org.haas.operation.Journal;
import org.haas.operation.OperationState;
import org.haas.operation.QueueStore;
import org.haas.operation.UpkeepStore;
import org.haas.spi.VlanId;
import org.haas.switches.Port;
import org.haas.switches.PortRole;
import org.haas.switches.Switch;
import org.haas.switches.SwitchOperation;

/** The short transactions of a check: when one is due, what it found, what it sets going again. */
@ApplicationScoped
class CheckStore {
  private static final System.Logger LOG = System.getLogger(CheckStore.class.getName());
  static final String ITSELF = "haas";

  @PersistenceContext private EntityManager database;
  @Inject private PortLedger ledger;
  @Inject private VlanAllocation vlans;
  @Inject private UpkeepStore upkeep;
  @Inject private QueueStore queues;
  @Inject private Journal journal;
  @Inject private HaasConfig config;
  @Inject private Clock clock;

  /** Asks for the checks that are due; of many instances one does. */
  @Retried
  @Transactional(TxType.REQUIRES_NEW)
  void ask() {
    for (UpkeepStore.Check due : upkeep.due("switch")) {
      Switch known = database.find(Switch.class, due.queue().target());
      journal.enqueue(SwitchOperation.check(known, due.mend(), ITSELF, clock.instant()));
    }
  }

  /** Some ports of the switch, after that one, as the database wants them. */
  @Transactional
  List<PortWork> slice(long switchId, long after, int most) {
    return ledger.works(
        database
            .createQuery(
                "select p.id from Port p where p.owner.id = :owner and p.id > :after order by p.id",
                Long.class)
            .setParameter("owner", switchId)
            .setParameter("after", after)
            .setMaxResults(most)
            .getResultList());
  }

  /**
   * Records how ports were found. One whose wanted state has changed since it was looked at, or
   * that an operation is open on, is somebody's work and not counted.
   */
  @Retried
  @Transactional(TxType.REQUIRES_NEW)
  void seen(Claim claim, SwitchOperation check, List<PortSeen> found) {
    queues.lock(claim);
    for (PortSeen seen : untouched(found)) {
      record(check, database.find(Port.class, seen.work().portId()), seen);
    }
  }

  /** Those that are wanted as when they were looked at, and that no operation is open on. */
  @Transactional
  List<PortSeen> untouched(List<PortSeen> found) {
    List<Long> ids = found.stream().map(seen -> seen.work().portId()).toList();
    Map<Long, PortWork> now =
        ledger.works(ids).stream().collect(Collectors.toMap(PortWork::portId, Function.identity()));
    Set<Long> busy = new HashSet<>(busy(ids));
    return found.stream()
        .filter(seen -> seen.work().equals(now.get(seen.work().portId())))
        .filter(seen -> !seen.work().isNew() && !busy.contains(seen.work().portId()))
        .toList();
  }

  private void record(SwitchOperation check, Port port, PortSeen seen) {
    if (seen.wrong().isEmpty()) {
      port.verified(seen.read().orElseThrow(), clock.instant());
      return;
    }
    seen.read().ifPresent(config -> port.seen(config, clock.instant()));
    String difference = seen.wrong().get();
    if (port.differs(difference, clock.instant())) {
      LOG.log(WARNING, "switch {0} is not as wanted: {1}", port.owner().label(), difference);
    }
    boolean mend = check.mends() || config.reconcileRepair();
    if (mend && port.role() == PortRole.EDGE) {
      journal.enqueue(SwitchOperation.read(port, ITSELF, clock.instant()));
    }
  }

  private List<Long> busy(List<Long> ports) {
    return database
        .createQuery(
            "select o.portId from SwitchOperation o where o.portId in :ports and o.state in :open",
            Long.class)
        .setParameter("ports", ports)
        .setParameter("open", List.of(OperationState.PENDING, OperationState.RUNNING))
        .getResultList();
  }

  /** All ports were looked at: what had ended in ERROR on this switch is tried again. */
  @Retried
  @Transactional(TxType.REQUIRES_NEW)
  void finished(Claim claim, SwitchOperation check) {
    queues.lock(claim);
    upkeep.mended(claim, check);
    ledger.detachAgain(claim.queue().target());
    Switch known = database.find(Switch.class, claim.queue().target());
    for (VlanId vlan : vlans.forgotten(known.id(), known.queue().toString())) {
      journal.enqueue(SwitchOperation.retire(known, vlan, ITSELF, clock.instant()));
    }
    journal.done(check);
  }
}
