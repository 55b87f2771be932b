package org.haas.power;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.haas.config.HaasConfig;
import org.haas.error.HaasException;
import org.haas.node.BmcStore;
import org.haas.node.DiscreetSession;
import org.haas.operation.Claim;
import org.haas.operation.OperationHandler;
import org.haas.spi.BmcDriver.BmcSession;
import org.haas.spi.DriverException;

/** Asks controllers for what operations want. The only place that opens a session for power. */
@ApplicationScoped
class PowerHandler implements OperationHandler<PowerOperation> {
  /** Longer than this no machine keeps a thread that looks at it. */
  private static final Duration TURN = Duration.ofSeconds(2);

  @Inject private PowerStore store;
  @Inject private ReleaseStore releases;
  @Inject private BmcStore bmcs;
  @Inject private HaasConfig config;
  @Inject private Clock clock;

  @Override
  public Class<PowerOperation> handles() {
    return PowerOperation.class;
  }

  @Override
  public Visit<PowerOperation> open(Claim claim) {
    VisitedMachine machine =
        new VisitedMachine(
            claim,
            store,
            () -> session(claim.queue().target(), claim::holds),
            new VisitedMachine.Patience(config.bmcSettle(), config.bmcShutdown(), TURN),
            clock);
    return new PowerVisit(claim, store, machine, new ReleaseVisit(claim, releases, machine));
  }

  /** A release goes on: what can be taken back is what somebody wants of his machine. */
  @Override
  public void cancelled(PowerOperation operation) {
    if (operation.isRelease()) {
      throw HaasException.blocked(
          "Node %s was given back; that cannot be taken back. An administrator may free it."
              .formatted(operation.node().orElse("")));
    }
  }

  /**
   * A session with a node's controller. What it says, and what is said of it, names no address.
   *
   * @throws DriverException any kind
   */
  BmcSession session(long nodeId, BooleanSupplier mayProceed) {
    BmcStore.Controller found = bmcs.controller(nodeId, mayProceed);
    return DiscreetSession.open(found.driver()::open, found.endpoint());
  }
}
