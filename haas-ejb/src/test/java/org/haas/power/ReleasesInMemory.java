package org.haas.power;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.haas.operation.Claim;
import org.haas.spi.BmcDriver.BmcSession;
import org.haas.spi.PowerState;

/** What the database would say of a release; it can be gone before any of its transactions. */
class ReleasesInMemory extends ReleaseStore {
  final List<String> log = new ArrayList<>();
  final Set<ReleaseStep> done = EnumSet.noneOf(ReleaseStep.class);
  List<ReleaseStep> plan =
      List.of(
          ReleaseStep.CONSOLES,
          ReleaseStep.POWER,
          ReleaseStep.BOOT,
          ReleaseStep.PORTS,
          ReleaseStep.FREE);
  boolean consoleOpen;
  boolean bootChosen;
  boolean takenBack;
  boolean portsRead = true;
  boolean portsCarry;
  Optional<PowerState> seenAtTheEnd = Optional.empty();
  private int transactionsBeforeCrash = Integer.MAX_VALUE;

  /** The process dies before that transaction, counted from now. */
  void crashBefore(int transaction) {
    transactionsBeforeCrash = transaction;
  }

  private void step() {
    if (transactionsBeforeCrash-- == 0) {
      throw new IllegalStateException("killed");
    }
  }

  void pass(ReleaseStep step) {
    step();
    done.add(step);
    log.add(step.word());
  }

  @Override
  List<ReleaseStep> left(PowerOperation release) {
    return plan.stream().filter(step -> !done.contains(step)).toList();
  }

  @Override
  boolean begin(Claim claim, PowerOperation release, ReleaseStep step) {
    step();
    return !takenBack;
  }

  @Override
  void passed(Claim claim, PowerOperation release, ReleaseStep step, String found) {
    pass(step);
  }

  @Override
  boolean isTenureOver(Claim claim, PowerOperation release, Duration lookAgain) {
    if (consoleOpen) {
      log.add("waits for consoles");
    } else {
      pass(ReleaseStep.CONSOLES);
    }
    return !consoleOpen;
  }

  @Override
  void tellSeenOff(long nodeId, BmcSession session) {
    log.add("told of off");
  }

  @Override
  void off(Claim claim, PowerOperation release) {
    pass(ReleaseStep.POWER);
  }

  @Override
  boolean isBootChosen(long nodeId) {
    return bootChosen;
  }

  @Override
  boolean arePortsParked(Claim claim, PowerOperation release) {
    if (portsRead) {
      pass(ReleaseStep.PORTS);
    }
    return portsRead;
  }

  @Override
  void portsWait(Claim claim, PowerOperation release, Duration lookAgain) {
    log.add("waits for ports");
  }

  @Override
  boolean isToBeOff(PowerOperation release) {
    return plan.contains(ReleaseStep.POWER);
  }

  @Override
  boolean finish(Claim claim, PowerOperation release, ReleaseStep last, Optional<PowerState> seen) {
    if (portsCarry) {
      done.remove(ReleaseStep.PORTS);
      return false;
    }
    seenAtTheEnd = seen;
    pass(last);
    return true;
  }
}
