package org.haas.power;

import java.util.List;
import java.util.Optional;
import org.haas.operation.Claim;
import org.haas.spi.BootDevice;
import org.haas.spi.PowerState;

/**
 * Undoes what a project did with a machine, step by step; what is noted as done is not begun again.
 * A step that is not done yet ends the visit, to go on later; one that fails throws.
 */
final class ReleaseVisit {
  private final Claim claim;
  private final ReleaseStore store;
  private final VisitedMachine machine;

  ReleaseVisit(Claim claim, ReleaseStore store, VisitedMachine machine) {
    this.claim = claim;
    this.store = store;
    this.machine = machine;
  }

  /** Does what is left. */
  void work(PowerOperation release) {
    boolean done = true;
    List<ReleaseStep> left = store.left(release);
    for (int i = 0; done && i < left.size(); i++) {
      done = store.begin(claim, release, left.get(i)) && isDone(release, left.get(i));
    }
  }

  private boolean isDone(PowerOperation release, ReleaseStep step) {
    return switch (step) {
      case CONSOLES -> areConsolesClosed(release);
      case POWER -> isOff(release);
      case BOOT -> bootsAsUsual(release);
      case PORTS -> arePortsParked(release);
      case MAINTENANCE, FREE -> isLeft(release, step);
    };
  }

  private boolean areConsolesClosed(PowerOperation release) {
    return store.isTenureOver(claim, release, VisitedMachine.LOOK_AGAIN);
  }

  private boolean isOff(PowerOperation release) {
    if (!machine.isOff(release)) {
      return false;
    }
    store.tellSeenOff(claim.queue().target(), machine.session());
    store.off(claim, release);
    return true;
  }

  private boolean bootsAsUsual(PowerOperation release) {
    boolean chosen = store.isBootChosen(claim.queue().target());
    if (chosen) {
      machine.session().bootFrom(BootDevice.NONE, false);
    }
    store.passed(
        claim,
        release,
        ReleaseStep.BOOT,
        chosen ? "The boot device was taken back." : "No boot device had been chosen.");
    return true;
  }

  private boolean arePortsParked(PowerOperation release) {
    boolean parked = machine.isSoon(() -> store.arePortsParked(claim, release));
    if (!parked) {
      store.portsWait(claim, release, VisitedMachine.LOOK_AGAIN);
    }
    return parked;
  }

  /** Steps in between may have taken hours: the machine is looked at again. */
  private boolean isLeft(PowerOperation release, ReleaseStep last) {
    boolean known = machine.seen().equals(Optional.of(PowerState.OFF));
    if (store.isToBeOff(release) && !known && !machine.isOff(release)) {
      return false;
    }
    return store.finish(claim, release, last, machine.seen());
  }
}
