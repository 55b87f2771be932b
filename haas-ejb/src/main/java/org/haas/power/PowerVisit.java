package org.haas.power;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.haas.operation.Claim;
import org.haas.operation.OperationHandler;
import org.haas.spi.BmcDriver.BmcSession;
import org.haas.spi.BootDevice;
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
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

  private final Claim claim;
  private final PowerStore store;
  private final Supplier<BmcSession> login;
  private final Patience patience;
  private final Clock clock;

  private Optional<BmcSession> current = Optional.empty();
  private Optional<PowerState> seen = Optional.empty();

  /**
   * How long to wait.
   *
   * @param settle for a machine to be on or off once its controller was told
   * @param shutdown for an operating system to end
   * @param visit how long one visit looks at a machine
   */
  record Patience(Duration settle, Duration shutdown, Duration visit) {}

  PowerVisit(
      Claim claim, PowerStore store, Supplier<BmcSession> login, Patience patience, Clock clock) {
    this.claim = claim;
    this.store = store;
    this.login = login;
    this.patience = patience;
    this.clock = clock;
  }

  @Override
  public void run(List<PowerOperation> due) {
    for (PowerOperation operation : due) {
      try {
        seen = Optional.empty();
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
      release(operation);
    } else if (operation.isBoot()) {
      session().bootFrom(operation.device(), operation.once());
      store.booting(claim, operation);
    } else if (isReached(operation, operation.power().orElseThrow())) {
      store.done(claim, operation, seen);
    }
  }

  private boolean isReached(PowerOperation operation, PowerAction action) {
    return switch (action) {
      case ON -> isOn(operation);
      case OFF -> isOff(operation);
      case SHUTDOWN -> isShutDown(operation);
      case CYCLE -> (operation.offSeen() || noted(operation, isOff(operation))) && isOn(operation);
      case REBOOT ->
          (operation.offSeen() || noted(operation, isEnded(operation))) && isOn(operation);
    };
  }

  /** Before it is switched on again, it is remembered that it was off. */
  private boolean noted(PowerOperation operation, boolean off) {
    if (off) {
      store.offSeen(claim, operation);
    }
    return off;
  }

  private boolean isOn(PowerOperation operation) {
    return isBrought(operation, PowerCommand.ON, PowerState.ON, patience.settle());
  }

  private boolean isOff(PowerOperation operation) {
    return isBrought(operation, PowerCommand.OFF, PowerState.OFF, patience.settle());
  }

  private boolean isShutDown(PowerOperation operation) {
    if (isTold(operation, patience.shutdown()) && !isSeen(PowerState.OFF)) {
      store.refused(
          claim,
          operation,
          "The operating system did not end within %s; switch the machine off, or reboot it."
              .formatted(words(patience.shutdown())));
      return false;
    }
    tell(operation, PowerCommand.SHUT_DOWN);
    return isSeenOrGoesOn(operation, PowerState.OFF);
  }

  /** By the operating system; when it does not end, by taking the power away. */
  private boolean isEnded(PowerOperation operation) {
    if (isTold(operation, patience.shutdown().plus(patience.settle())) && !isSeen(PowerState.OFF)) {
      throw notSo(PowerState.OFF, patience.settle());
    }
    if (isTold(operation, patience.shutdown())) {
      session().command(PowerCommand.OFF);
    } else {
      tell(operation, PowerCommand.SHUT_DOWN);
    }
    return isSeenOrGoesOn(operation, PowerState.OFF);
  }

  private boolean isBrought(
      PowerOperation operation, PowerCommand command, PowerState wanted, Duration longest) {
    tell(operation, command);
    if (isTold(operation, longest) && !isSeen(wanted)) {
      throw notSo(wanted, longest);
    }
    return isSeenOrGoesOn(operation, wanted);
  }

  private void tell(PowerOperation operation, PowerCommand command) {
    if (operation.toldAt().isEmpty()) {
      session().command(command);
      operation.told(clock.instant());
    }
  }

  private boolean isTold(PowerOperation operation, Duration since) {
    Instant then = clock.instant().minus(since);
    return operation.toldAt().filter(at -> at.isBefore(then)).isPresent();
  }

  /** Looks for a short while. */
  private boolean isSeen(PowerState wanted) {
    long end = System.nanoTime() + patience.visit().toNanos();
    PowerState state = session().power();
    while (state != wanted && end - System.nanoTime() > 0) {
      LockSupport.parkNanos(PAUSE.toNanos());
      state = session().power();
    }
    seen = Optional.of(state);
    return state == wanted;
  }

  /** It is so, or it is looked at again later. */
  private boolean isSeenOrGoesOn(PowerOperation operation, PowerState wanted) {
    boolean so = isSeen(wanted);
    if (!so) {
      store.goesOn(claim, operation, seen, LOOK_AGAIN);
    }
    return so;
  }

  private void release(PowerOperation operation) {
    if (!store.isTenureOver(claim, operation, LOOK_AGAIN)) {
      return;
    }
    PowerStore.Farewell farewell = store.farewell(claim.queue().target());
    if (farewell.power() && !isOff(operation)) {
      return;
    }
    if (farewell.power()) {
      store.tellSeenOff(claim.queue().target(), session());
    }
    if (farewell.boot()) {
      session().bootFrom(BootDevice.NONE, false);
    }
    store.free(claim, operation, seen);
  }

  private DriverException notSo(PowerState wanted, Duration after) {
    return new DriverException(
        Kind.REFUSED,
        "The BMC took the command, but %s later the machine is %s, not %s."
            .formatted(
                words(after),
                seen.map(Object::toString).orElse(PowerState.UNKNOWN.name()),
                wanted));
  }

  private static String words(Duration time) {
    return time.toSeconds() + " s";
  }

  private BmcSession session() {
    if (current.isEmpty()) {
      current = Optional.of(login.get());
    }
    return current.get();
  }

  @Override
  public void close() {
    current.ifPresent(BmcSession::close);
    current = Optional.empty();
  }
}
