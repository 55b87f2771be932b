package org.haas.power;

import java.util.List;
import org.haas.operation.Claim;
import org.haas.operation.OperationHandler;
import org.haas.spi.DriverException;
import org.haas.spi.DriverException.Kind;
import org.haas.spi.PowerCommand;
import org.haas.spi.PowerState;

/**
 * One visit to one controller. Tells it what is wanted and looks until it is so, for a short while;
 * what takes longer is looked at again in a later visit, so that no machine keeps a thread. Run
 * again after a crash at any point, it does what is left.
 */
final class PowerVisit implements OperationHandler.Visit<PowerOperation> {
  private final Claim claim;
  private final PowerStore store;
  private final VisitedMachine machine;
  private final ReleaseVisit releases;

  PowerVisit(Claim claim, PowerStore store, VisitedMachine machine, ReleaseVisit releases) {
    this.claim = claim;
    this.store = store;
    this.machine = machine;
    this.releases = releases;
  }

  @Override
  public void run(List<PowerOperation> due) {
    for (PowerOperation operation : due) {
      try {
        machine.forget();
        begin(operation);
      } catch (DriverException failure) {
        close();
        if (failure.kind() == Kind.REFUSED) {
          operation.untold();
        }
        if (failure.kind() != Kind.DEADLINE) {
          store.failed(claim, operation, failure.getMessage());
        }
      }
    }
  }

  private void begin(PowerOperation operation) {
    switch (store.standing(operation)) {
      case VALID -> work(operation);
      case LEFT -> store.drop(claim, operation);
      case GONE ->
          store.refused(claim, operation, "The machine changed hands before this was done.");
      case UNPREPARED ->
          store.refused(
              claim, operation, "Not done, because the boot device before it was not chosen.");
      case OVER -> {}
    }
  }

  private void work(PowerOperation operation) {
    if (operation.isRelease()) {
      releases.work(operation);
    } else if (operation.isBoot()) {
      machine.session().bootFrom(operation.device(), operation.once());
      store.booting(claim, operation);
    } else if (isReached(operation, operation.power().orElseThrow())) {
      store.done(claim, operation, machine.seen());
    }
  }

  private boolean isReached(PowerOperation operation, PowerAction action) {
    return switch (action) {
      case ON -> machine.isOn(operation);
      case OFF -> machine.isOff(operation);
      case SHUTDOWN -> isShutDown(operation);
      case CYCLE ->
          (operation.offSeen() || noted(operation, machine.isOff(operation)))
              && machine.isOn(operation);
      case REBOOT ->
          (operation.offSeen() || noted(operation, isEnded(operation))) && machine.isOn(operation);
    };
  }

  /** Before it is switched on again, it is remembered that it was off. */
  private boolean noted(PowerOperation operation, boolean off) {
    if (off) {
      store.offSeen(claim, operation);
    }
    return off;
  }

  private boolean isShutDown(PowerOperation operation) {
    VisitedMachine.Patience patience = machine.patience();
    if (machine.isTold(operation, patience.shutdown()) && !machine.isSeen(PowerState.OFF)) {
      store.refused(
          claim,
          operation,
          "The operating system did not end within %s; switch the machine off, or reboot it."
              .formatted(VisitedMachine.words(patience.shutdown())));
      return false;
    }
    machine.tell(operation, PowerCommand.SHUT_DOWN);
    return machine.isSeenOrGoesOn(operation, PowerState.OFF);
  }

  /** By the operating system; when it does not end, by taking the power away. */
  private boolean isEnded(PowerOperation operation) {
    VisitedMachine.Patience patience = machine.patience();
    if (machine.isTold(operation, patience.shutdown().plus(patience.settle()))
        && !machine.isSeen(PowerState.OFF)) {
      throw machine.notSo(PowerState.OFF);
    }
    if (machine.isTold(operation, patience.shutdown())) {
      machine.session().command(PowerCommand.OFF);
    } else {
      machine.tell(operation, PowerCommand.SHUT_DOWN);
    }
    return machine.isSeenOrGoesOn(operation, PowerState.OFF);
  }

  @Override
  public void close() {
    machine.close();
  }
}
