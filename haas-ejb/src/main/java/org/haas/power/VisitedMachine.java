package org.haas.power;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.haas.operation.Claim;
import org.haas.spi.BmcDriver.BmcSession;
import org.haas.spi.DriverException;
import org.haas.spi.DriverException.Kind;
import org.haas.spi.PowerCommand;
import org.haas.spi.PowerState;

/**
 * A machine during one visit to its controller: told what is wanted, and looked at for a short
 * while until it is so; what takes longer goes on in a later visit. Logs in when it is first asked.
 */
final class VisitedMachine implements AutoCloseable {
  static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
  private static final Duration PAUSE = Duration.ofMillis(200);

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

  VisitedMachine(
      Claim claim, PowerStore store, Supplier<BmcSession> login, Patience patience, Clock clock) {
    this.claim = claim;
    this.store = store;
    this.login = login;
    this.patience = patience;
    this.clock = clock;
  }

  /** As what it was seen since the last {@link #forget}. */
  Optional<PowerState> seen() {
    return seen;
  }

  /** What was seen is of another operation. */
  void forget() {
    seen = Optional.empty();
  }

  Patience patience() {
    return patience;
  }

  boolean isOn(PowerOperation operation) {
    return isBrought(operation, PowerCommand.ON, PowerState.ON);
  }

  boolean isOff(PowerOperation operation) {
    return isBrought(operation, PowerCommand.OFF, PowerState.OFF);
  }

  private boolean isBrought(PowerOperation operation, PowerCommand command, PowerState wanted) {
    tell(operation, command);
    if (isTold(operation, patience.settle()) && !isSeen(wanted)) {
      throw notSo(wanted);
    }
    return isSeenOrGoesOn(operation, wanted);
  }

  void tell(PowerOperation operation, PowerCommand command) {
    if (operation.toldAt().isEmpty()) {
      session().command(command);
      operation.told(clock.instant());
    }
  }

  boolean isTold(PowerOperation operation, Duration since) {
    Instant then = clock.instant().minus(since);
    return operation.toldAt().filter(at -> at.isBefore(then)).isPresent();
  }

  /** Looks for a short while. */
  boolean isSeen(PowerState wanted) {
    return isSoon(
        () -> {
          seen = Optional.of(session().power());
          return seen.get() == wanted;
        });
  }

  /** Asks for a short while, until it is so. */
  boolean isSoon(BooleanSupplier question) {
    long end = System.nanoTime() + patience.visit().toNanos();
    boolean so = question.getAsBoolean();
    while (!so && end - System.nanoTime() > 0) {
      LockSupport.parkNanos(PAUSE.toNanos());
      so = question.getAsBoolean();
    }
    return so;
  }

  /** It is so, or it is looked at again later. */
  boolean isSeenOrGoesOn(PowerOperation operation, PowerState wanted) {
    boolean so = isSeen(wanted);
    if (!so) {
      store.goesOn(claim, operation, seen, LOOK_AGAIN);
    }
    return so;
  }

  DriverException notSo(PowerState wanted) {
    return new DriverException(
        Kind.REFUSED,
        "The BMC took the command, but %s later the machine is %s, not %s."
            .formatted(
                words(patience.settle()),
                seen.map(Object::toString).orElse(PowerState.UNKNOWN.name()),
                wanted));
  }

  static String words(Duration time) {
    return time.toSeconds() + " s";
  }

  BmcSession session() {
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
