package org.haas.headnode;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.haas.config.Seal;
import org.haas.error.Retried;
import org.haas.operation.Claim;
import org.haas.operation.Journal;
import org.haas.operation.OperationState;
import org.haas.operation.QueueStore;
import org.haas.operation.StepStore;
import org.haas.operation.UpkeepStore;
import org.haas.spi.DriverException;
import org.haas.spi.Seed;
import org.haas.spi.UserData;
import org.haas.spi.Vm;
import org.haas.spi.VmId;
import org.haas.spi.VmNic;

/**
 * The short transactions around a visit to a hypervisor: what is to be done, how far it has come,
 * what became of it. Each that writes holds the queue under the worker's claim.
 */
@ApplicationScoped
class HeadnodeWorkStore {
  private static final long MEBIBYTE = 1L << 20;
  private static final long GIBIBYTE = 1L << 30;

  @PersistenceContext private EntityManager database;
  @Inject private QueueStore queues;
  @Inject private Journal journal;
  @Inject private StepStore steps;
  @Inject private UpkeepStore upkeep;
  @Inject private HeadnodeStore headnodes;
  @Inject private SightStore sights;
  @Inject private Seal seal;

  /** Whether an operation is to be done. */
  enum Standing {
    /** It is. */
    VALID,
    /** It was taken back meanwhile. */
    OVER,
    /** What it was for is no more. */
    GONE
  }

  /** Where it stands now. */
  @Transactional
  Standing standing(HeadnodeOperation asked) {
    HeadnodeOperation own = database.find(HeadnodeOperation.class, asked.id());
    if (own == null || !own.state().isOpen()) {
      return Standing.OVER;
    }
    boolean there =
        switch (own.what()) {
          case CHECK -> true;
          case PLUG, UNPLUG -> own.hnicId().isPresent();
          case CREATE, START, SHUTDOWN, STOP, DELETE -> own.headnodeId().isPresent();
        };
    return there ? Standing.VALID : Standing.GONE;
  }

  /** The headnode as its hypervisor shall have it now. */
  @Transactional
  HeadnodeWork work(HeadnodeOperation asked) {
    Headnode known = headnode(asked);
    List<Hnic> nics = staying(known);
    HeadnodeSpec.Size size = known.size();
    Vm vm =
        new Vm(
            known.vm(),
            known.label(),
            size.cpus(),
            size.memoryMib() * MEBIBYTE,
            nics.stream()
                .map(nic -> new VmNic(nic.mac(), nic.carried().map(network -> network.vlan())))
                .toList());
    Optional<UserData> userData =
        known
            .sealedUserData()
            .map(bytes -> new UserData(seal.open(bytes, known.userDataPlace()).reveal()));
    Seed seed =
        new Seed(
            known.vm(),
            known.hostName(),
            known.keys(),
            userData,
            nics.stream().map(Hnic::seed).toList());
    return new HeadnodeWork(vm, seed, known.image(), size.diskGib() * GIBIBYTE);
  }

  /** The NIC as its hypervisor shall have it now. */
  @Transactional
  HnicWork nic(HeadnodeOperation asked) {
    Hnic known = hnic(asked);
    return new HnicWork(
        known.headnode().vm(),
        known.mac(),
        known.network().map(network -> network.vlan()),
        known.hasToLeave(),
        known.isLeaving());
  }

  /** The steps that are left. */
  @Transactional
  List<HeadnodeStep> left(HeadnodeOperation asked) {
    return steps.left(asked).stream().map(HeadnodeStep::of).toList();
  }

  /** The step begins; false when the operation was taken back meanwhile. */
  @Retried
  @Transactional(TxType.REQUIRES_NEW)
  boolean begin(Claim claim, HeadnodeOperation operation, HeadnodeStep step) {
    lock(claim, operation);
    if (!isOpen(operation)) {
      return false;
    }
    steps.begin(operation, step.word());
    return true;
  }

  /** The step is done; what was defined was read to be so. */
  @Retried
  @Transactional(TxType.REQUIRES_NEW)
  void passed(Claim claim, HeadnodeOperation operation, HeadnodeStep step) {
    lock(claim, operation);
    if (isOpen(operation)) {
      steps.done(operation, step.word());
      if (step == HeadnodeStep.DEFINE) {
        staying(headnode(operation)).forEach(Hnic::settle);
      }
    }
  }

  /** The hypervisor is about to carry what NICs shall be on that are on nothing. */
  @Retried
  @Transactional(TxType.REQUIRES_NEW)
  void carry(Claim claim, HeadnodeOperation operation) {
    lock(claim, operation);
    if (isOpen(operation)) {
      staying(headnode(operation)).stream()
          .filter(nic -> nic.carried().isEmpty())
          .forEach(Hnic::carry);
    }
  }

  /** The hypervisor is about to carry what the NIC shall be on. */
  @Retried
  @Transactional(TxType.REQUIRES_NEW)
  void carries(Claim claim, HeadnodeOperation operation) {
    lock(claim, operation);
    hnic(operation).carry();
  }

  /** The NIC was read to be on nothing. */
  @Retried
  @Transactional(TxType.REQUIRES_NEW)
  void released(Claim claim, HeadnodeOperation operation) {
    lock(claim, operation);
    hnic(operation).release();
  }

  /** The NIC was read to be as it shall be. */
  @Retried
  @Transactional(TxType.REQUIRES_NEW)
  void plugged(Claim claim, HeadnodeOperation operation) {
    lock(claim, operation);
    Hnic nic = hnic(operation);
    nic.settle();
    done(claim, operation);
    headnodes.announce(nic.headnode());
  }

  /** The NIC was read to be gone. */
  @Retried
  @Transactional(TxType.REQUIRES_NEW)
  void takenOut(Claim claim, HeadnodeOperation operation) {
    lock(claim, operation);
    Hnic nic = hnic(operation);
    done(claim, operation);
    headnodes.announce(nic.headnode());
    database.flush();
    database.remove(nic);
  }

  /** It is not so yet: looked at again after that time. */
  @Retried
  @Transactional(TxType.REQUIRES_NEW)
  void goesOn(Claim claim, HeadnodeOperation operation, Duration lookAgain) {
    lock(claim, operation);
    if (isOpen(operation)) {
      HeadnodeOperation own = database.find(HeadnodeOperation.class, operation.id());
      operation.toldAt().ifPresent(own::told);
      journal.goesOn(operation, lookAgain);
    }
  }

  /** It failed: what removes, and what only looks, is tried for ever. */
  @Retried
  @Transactional(TxType.REQUIRES_NEW)
  void failed(Claim claim, HeadnodeOperation operation, DriverException failure) {
    lock(claim, operation);
    if (failure.kind() != DriverException.Kind.REFUSED) {
      sights.unreachable(claim.queue(), failure.getMessage());
    }
    if (!isOpen(operation)) {
      return;
    }
    steps.failed(operation, failure.getMessage());
    HeadnodeAction what = operation.what();
    if (what == HeadnodeAction.DELETE || what == HeadnodeAction.CHECK) {
      journal.failedForNow(operation, failure.getMessage());
    } else if (journal.failed(operation, failure.getMessage()) == OperationState.ERROR) {
      broken(operation);
    }
  }

  /** It cannot be done. */
  @Retried
  @Transactional(TxType.REQUIRES_NEW)
  void refused(Claim claim, HeadnodeOperation operation, String words) {
    lock(claim, operation);
    if (isOpen(operation)) {
      steps.failed(operation, words);
      journal.refused(operation, words);
      broken(operation);
    }
  }

  private void broken(HeadnodeOperation operation) {
    if (operation.what() == HeadnodeAction.CREATE) {
      become(headnode(operation), HeadnodeState.BROKEN);
    }
  }

  /** What it was for is no more. */
  @Retried
  @Transactional(TxType.REQUIRES_NEW)
  void drop(Claim claim, HeadnodeOperation operation) {
    lock(claim, operation);
    if (isOpen(operation)) {
      journal.drop(operation);
    }
  }

  /** All its steps are done. */
  @Retried
  @Transactional(TxType.REQUIRES_NEW)
  void finished(Claim claim, HeadnodeOperation operation) {
    lock(claim, operation);
    if (!isOpen(operation)) {
      return;
    }
    Headnode known = headnode(operation);
    done(claim, operation);
    switch (operation.what()) {
      case CREATE ->
          become(known, known.wasStarted() ? HeadnodeState.RUNNING : HeadnodeState.STOPPED);
      case START -> become(known, HeadnodeState.RUNNING);
      case SHUTDOWN, STOP -> become(known, HeadnodeState.STOPPED);
      case DELETE -> forget(known);
      case PLUG, UNPLUG, CHECK -> throw new IllegalStateException("it has no steps");
    }
  }

  private void forget(Headnode known) {
    headnodes.announce(known);
    database.flush();
    headnodes.nics(known).forEach(database::remove);
    database.flush();
    database.remove(known);
  }

  private void become(Headnode known, HeadnodeState state) {
    known.become(state);
    headnodes.announce(known);
  }

  private void done(Claim claim, HeadnodeOperation operation) {
    sights.answered(claim.queue());
    if (isOpen(operation)) {
      journal.done(operation);
    }
  }

  /** Writes down what a hypervisor said; answers what no headnode there is. */
  @Retried
  @Transactional(TxType.REQUIRES_NEW)
  List<VmId> seen(Claim claim, HostSeen seen) {
    queues.lock(claim);
    return sights.seen(claim.queue(), seen);
  }

  /** It was looked at. */
  @Retried
  @Transactional(TxType.REQUIRES_NEW)
  void checked(Claim claim, HeadnodeOperation check) {
    queues.lock(claim);
    upkeep.mended(claim, check);
    done(claim, check);
  }

  /** Its making was taken back, unbegun. */
  @Transactional(TxType.MANDATORY)
  void notMade(HeadnodeOperation creation) {
    become(headnode(creation), HeadnodeState.BROKEN);
  }

  /** What was asked of a NIC was taken back, unbegun. */
  @Transactional(TxType.MANDATORY)
  void stays(HeadnodeOperation asked) {
    Hnic nic = hnic(asked);
    nic.stay();
    headnodes.announce(nic.headnode());
  }

  /**
   * The queue, then the headnode: who removes it meanwhile has done so by then, or waits. What is
   * open is asked after that.
   */
  private void lock(Claim claim, HeadnodeOperation operation) {
    queues.lock(claim);
    operation
        .headnodeId()
        .ifPresent(id -> database.find(Headnode.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  private List<Hnic> staying(Headnode known) {
    return headnodes.nics(known).stream().filter(nic -> !nic.isLeaving()).toList();
  }

  private Headnode headnode(HeadnodeOperation asked) {
    return database.find(Headnode.class, asked.headnodeId().orElseThrow());
  }

  private Hnic hnic(HeadnodeOperation asked) {
    return database.find(Hnic.class, asked.hnicId().orElseThrow());
  }

  private boolean isOpen(HeadnodeOperation operation) {
    HeadnodeOperation own = database.find(HeadnodeOperation.class, operation.id());
    return own != null && own.state().isOpen();
  }
}
