package org.haas.headnode;

import static java.lang.System.Logger.Level.WARNING;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.haas.operation.Claim;
import org.haas.operation.OperationHandler;
import org.haas.spi.DriverException;
import org.haas.spi.DriverException.Kind;
import org.haas.spi.HypervisorDriver.HypervisorSession;
import org.haas.spi.Vm;
import org.haas.spi.VmId;
import org.haas.spi.VmNic;
import org.haas.spi.VmPart;
import org.haas.spi.VmState;

/**
 * One visit to one hypervisor. Does the steps of each operation that are not done yet, and believes
 * what it then reads. Run again after a crash at any point, it does what is left.
 */
final class HeadnodeVisit implements OperationHandler.Visit<HeadnodeOperation> {
  private static final System.Logger LOG = System.getLogger(HeadnodeVisit.class.getName());
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

  private final Claim claim;
  private final HeadnodeWorkStore store;
  private final Supplier<HypervisorSession> login;
  private final Patience patience;
  private final BooleanSupplier mayClean;
  private final Clock clock;

  private Optional<HypervisorSession> current = Optional.empty();

  /**
   * How long to wait.
   *
   * @param start for a machine to be seen running
   * @param shutdown for an operating system to end
   * @param visit how long one visit looks at a machine
   */
  record Patience(Duration start, Duration shutdown, Duration visit) {}

  HeadnodeVisit(
      Claim claim,
      HeadnodeWorkStore store,
      Supplier<HypervisorSession> login,
      Patience patience,
      BooleanSupplier mayClean,
      Clock clock) {
    this.claim = claim;
    this.store = store;
    this.login = login;
    this.patience = patience;
    this.mayClean = mayClean;
    this.clock = clock;
  }

  @Override
  public void run(List<HeadnodeOperation> due) {
    Optional<DriverException> away = Optional.empty();
    for (HeadnodeOperation operation : due) {
      try {
        if (away.isPresent()) {
          throw away.get(); // one that hangs is asked once in a visit, not once for each operation
        }
        begin(operation);
      } catch (DriverException failure) {
        if (failure.kind() == Kind.DEADLINE) {
          close();
          return;
        }
        if (failure.kind() != Kind.REFUSED) {
          close();
          away = Optional.of(failure);
        }
        store.failed(claim, operation, failure);
      }
    }
  }

  private void begin(HeadnodeOperation operation) {
    switch (store.standing(operation)) {
      case VALID -> work(operation);
      case GONE -> store.drop(claim, operation);
      case OVER -> {}
    }
  }

  private void work(HeadnodeOperation operation) {
    switch (operation.what()) {
      case PLUG -> plug(operation, store.nic(operation));
      case UNPLUG -> takeOut(operation, store.nic(operation));
      case CHECK -> check(operation);
      case CREATE, START, SHUTDOWN, STOP, DELETE -> doSteps(operation);
    }
  }

  private void doSteps(HeadnodeOperation operation) {
    for (HeadnodeStep step : store.left(operation)) {
      if (!store.begin(claim, operation, step) || !isDone(operation, step)) {
        return;
      }
      store.passed(claim, operation, step);
    }
    store.finished(claim, operation);
  }

  private boolean isDone(HeadnodeOperation operation, HeadnodeStep step) {
    HeadnodeWork work = store.work(operation);
    VmId vm = work.vm().id();
    switch (step) {
      case IMAGE -> requireImage(work);
      case DISK -> session().createDisk(vm, work.image(), work.diskBytes());
      case SEED -> writeSeed(work);
      case NETWORK -> store.carry(claim, operation);
      case DEFINE -> define(work.vm());
      case START -> session().start(vm);
      case ASK -> session().shutDown(vm);
      case STOP -> session().stop(vm);
      case REMOVE -> session().delete(vm);
      case GONE -> requireGone(vm);
      case UP -> {
        return isReached(operation, vm, Set.of(VmState.RUNNING), patience.start());
      }
      case DOWN -> {
        return isReached(
            operation, vm, Set.of(VmState.STOPPED, VmState.ABSENT), patience.shutdown());
      }
    }
    return true;
  }

  private void requireImage(HeadnodeWork work) {
    if (session().images().stream().noneMatch(image -> image.name().equals(work.image()))) {
      throw refused("The hypervisor has no image %s any more.".formatted(work.image()));
    }
  }

  /** A machine that runs has read its own already. */
  private void writeSeed(HeadnodeWork work) {
    if (!isActive(work.vm().id())) {
      session().writeSeed(work.vm().id(), work.seed());
    }
  }

  private boolean isActive(VmId vm) {
    VmState state = session().state(vm);
    return state == VmState.RUNNING || state == VmState.PAUSED;
  }

  /** One that runs is not made anew: its NICs are brought to what is wanted. */
  private void define(Vm wanted) {
    boolean active = isActive(wanted.id());
    if (active) {
      Set<VmNic> now = nics(wanted.id());
      wanted.nics().stream()
          .filter(nic -> !now.contains(nic))
          .forEach(nic -> session().plug(wanted.id(), nic));
    } else {
      session().define(wanted);
    }
    Set<VmNic> read = nics(wanted.id());
    boolean same =
        active ? read.containsAll(wanted.nics()) : read.equals(Set.copyOf(wanted.nics()));
    if (!same) {
      throw refused(
          "The hypervisor took headnode %s, but its NICs are not as wanted when read back."
              .formatted(wanted.name()));
    }
  }

  private Set<VmNic> nics(VmId vm) {
    return session().read(vm).map(read -> new HashSet<>(read.nics())).orElseGet(HashSet::new);
  }

  private void requireGone(VmId vm) {
    if (session().state(vm) != VmState.ABSENT || session().found().containsKey(vm)) {
      throw refused("Something of the headnode is still there after it was removed.");
    }
  }

  /** It is so, or it is looked at again later, or it has taken too long. */
  private boolean isReached(
      HeadnodeOperation operation, VmId vm, Set<VmState> wanted, Duration longest) {
    if (operation.toldAt().isEmpty()) {
      operation.told(clock.instant());
    }
    long end = System.nanoTime() + patience.visit().toNanos();
    VmState state = session().state(vm);
    while (!wanted.contains(state) && end - System.nanoTime() > 0) {
      LockSupport.parkNanos(PAUSE.toNanos());
      state = session().state(vm);
    }
    if (wanted.contains(state)) {
      return true;
    }
    if (operation.toldAt().orElseThrow().isBefore(clock.instant().minus(longest))) {
      store.refused(
          claim,
          operation,
          "The headnode is still %s after %d s; stop it at once, or look at its console."
              .formatted(state, longest.toSeconds()));
    } else {
      store.goesOn(claim, operation, LOOK_AGAIN);
    }
    return false;
  }

  /** Off what it may be on, then onto what it shall be on; each was read before the next. */
  private void plug(HeadnodeOperation operation, HnicWork nic) {
    if (session().state(nic.vm()) == VmState.ABSENT) {
      store.released(claim, operation); // there is no machine that could be on anything
      store.plugged(claim, operation);
      return;
    }
    if (nic.hasToLeave() || nic.wanted().isEmpty()) {
      bring(nic.vm(), nic.off());
      store.released(claim, operation);
    }
    if (nic.wanted().isPresent()) {
      store.carries(claim, operation);
      bring(nic.vm(), nic.asWanted());
    }
    store.plugged(claim, operation);
  }

  private void bring(VmId vm, VmNic nic) {
    session().plug(vm, nic);
    if (!nics(vm).contains(nic)) {
      throw refused(
          "The hypervisor took the NIC %s, but it is not as wanted when read back."
              .formatted(nic.mac()));
    }
  }

  private void takeOut(HeadnodeOperation operation, HnicWork nic) {
    if (session().state(nic.vm()) != VmState.ABSENT) {
      session().removeNic(nic.vm(), nic.mac());
      boolean carried =
          nics(nic.vm()).stream()
              .anyMatch(read -> read.mac().equals(nic.mac()) && read.vlan().isPresent());
      if (carried) {
        throw refused(
            "The hypervisor took the NIC %s out, but it is still on a network when read back."
                .formatted(nic.mac()));
      }
    }
    store.takenOut(claim, operation);
  }

  /** What nobody knows is removed: it was left behind by a crash, and carries our mark. */
  private void check(HeadnodeOperation operation) {
    Map<VmId, Set<VmPart>> found = session().found();
    Map<VmId, VmState> states = new TreeMap<>();
    found.forEach(
        (vm, parts) -> {
          if (parts.contains(VmPart.MACHINE)) {
            states.put(vm, session().state(vm));
          }
        });
    HostSeen seen = new HostSeen(session().capacity(), session().images(), found.keySet(), states);
    for (VmId left : store.seen(claim, seen)) {
      LOG.log(WARNING, "{0} has {1}, which no headnode is", claim.queue(), left);
      if (mayClean.getAsBoolean()) {
        session().delete(left);
      }
    }
    store.checked(claim, operation);
  }

  private static DriverException refused(String words) {
    return new DriverException(Kind.REFUSED, words);
  }

  private HypervisorSession session() {
    if (current.isEmpty()) {
      current = Optional.of(login.get());
    }
    return current.get();
  }

  @Override
  public void close() {
    current.ifPresent(HypervisorSession::close);
    current = Optional.empty();
  }
}
