package org.haas.headnode;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.haas.error.Retried;
import org.haas.operation.Journal;
import org.haas.operation.QueueId;
import org.haas.operation.UpkeepStore;
import org.haas.page.Sql;
import org.haas.page.Tables;
import org.haas.spi.BaseImage;
import org.haas.spi.VmId;
import org.haas.spi.VmState;

/** What hypervisors said last, and when one is to be looked at again. */
@ApplicationScoped
class SightStore {
  private static final String ITSELF = "haas";
  private static final long MEBIBYTE = 1L << 20;
  private static final long GIBIBYTE = 1L << 30;

  @PersistenceContext private EntityManager database;
  @Inject private Tables tables;
  @Inject private Journal journal;
  @Inject private UpkeepStore upkeep;
  @Inject private HeadnodeStore headnodes;
  @Inject private Clock clock;

  /** Asks for the looks that are due; of many instances one does. */
  @Retried
  @Transactional(TxType.REQUIRES_NEW)
  void ask() {
    HeadnodeOperation.Request by = new HeadnodeOperation.Request(ITSELF, clock.instant());
    for (UpkeepStore.Check due : upkeep.due(QueueId.HYPERVISOR)) {
      Hypervisor known = database.find(Hypervisor.class, due.queue().target());
      journal.enqueue(HeadnodeOperation.check(known, by));
    }
  }

  /** It does not answer: nothing is placed there until it has been looked at, which is soon. */
  @Transactional(TxType.MANDATORY)
  void unreachable(QueueId host, String words) {
    tables.change(
        new Sql(
            "update hypervisor_sight set error = ?, failed_at = coalesce(failed_at,"
                + " clock_timestamp()) where hypervisor_id = ?",
            words,
            host.target()));
    tables.change(
        new Sql(
            "update work_queue set check_at = clock_timestamp() where name = ?", host.toString()));
  }

  /** It does again. */
  @Transactional(TxType.MANDATORY)
  void answered(QueueId host) {
    tables.change(
        new Sql(
            "update hypervisor_sight set error = null, failed_at = null"
                + " where hypervisor_id = ? and error is not null",
            host.target()));
  }

  /**
   * Writes down what it said, and how its headnodes are that nothing is open for.
   *
   * @return what was found there and no headnode there is
   */
  @Transactional(TxType.MANDATORY)
  List<VmId> seen(QueueId host, HostSeen seen) {
    List<Headnode> known =
        database
            .createQuery(
                "select h from Headnode h where h.hypervisorId = :host order by h.id",
                Headnode.class)
            .setParameter("host", host.target())
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getResultList();
    known.stream()
        .filter(headnode -> headnodes.open(headnode).isEmpty())
        .forEach(headnode -> seen(headnode, seen));
    database.flush();
    note(host, seen, known);
    Set<VmId> left = new HashSet<>(seen.found());
    known.forEach(headnode -> left.remove(headnode.vm()));
    return left.stream().sorted().toList();
  }

  private void seen(Headnode headnode, HostSeen seen) {
    if (headnode.state() != HeadnodeState.STOPPED && headnode.state() != HeadnodeState.RUNNING) {
      return;
    }
    HeadnodeState state =
        Optional.ofNullable(seen.states().get(headnode.vm()))
            .map(SightStore::state)
            .orElse(HeadnodeState.BROKEN);
    if (state != headnode.state()) {
      headnode.become(state);
      headnodes.announce(headnode);
    }
  }

  private static HeadnodeState state(VmState state) {
    return switch (state) {
      case RUNNING, PAUSED -> HeadnodeState.RUNNING;
      case STOPPED -> HeadnodeState.STOPPED;
      case ABSENT -> HeadnodeState.BROKEN;
    };
  }

  private void note(QueueId host, HostSeen seen, List<Headnode> known) {
    long ours =
        known.stream()
            .filter(headnode -> isActive(seen.states().get(headnode.vm())))
            .mapToLong(headnode -> headnode.size().memoryMib())
            .sum();
    tables.change(
        new Sql(
            "update hypervisor_sight set cpus = ?, room_mib = ?, free_disk_gib = ?,"
                + " read_at = clock_timestamp(), error = null, failed_at = null"
                + " where hypervisor_id = ?",
            seen.capacity().cpus(),
            seen.capacity().freeMemoryBytes() / MEBIBYTE + ours,
            seen.capacity().freeDiskBytes() / GIBIBYTE,
            host.target()));
    tables.change(new Sql("delete from hypervisor_image where hypervisor_id = ?", host.target()));
    seen.images().forEach(image -> note(host, image));
  }

  private static boolean isActive(VmState state) {
    return state == VmState.RUNNING || state == VmState.PAUSED;
  }

  private void note(QueueId host, BaseImage image) {
    tables.change(
        new Sql(
            "insert into hypervisor_image (hypervisor_id, label, size_gib) values (?, ?, ?)"
                + " on conflict do nothing",
            host.target(),
            image.name().value(),
            (int) Math.min((image.sizeBytes() + GIBIBYTE - 1) / GIBIBYTE, Integer.MAX_VALUE)));
  }
}
