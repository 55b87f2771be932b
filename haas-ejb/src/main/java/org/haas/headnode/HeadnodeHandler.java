package org.haas.headnode;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.haas.config.HaasConfig;
import org.haas.error.HaasException;
import org.haas.operation.Claim;
import org.haas.operation.Lookout;
import org.haas.operation.OperationHandler;
import org.haas.spi.HypervisorDriver.HypervisorSession;

/** Makes hypervisors have what the database says. The only place that opens a session to one. */
@ApplicationScoped
class HeadnodeHandler implements OperationHandler<HeadnodeOperation> {
  private static final Duration START = Duration.ofMinutes(1);

  /** Longer than this no machine keeps the queue. */
  private static final Duration TURN = Duration.ofSeconds(1);

  @Inject private HeadnodeWorkStore store;
  @Inject private HypervisorStore hypervisors;
  @Inject private Lookout lookout;
  @Inject private HaasConfig config;
  @Inject private Clock clock;

  @Override
  public Class<HeadnodeOperation> handles() {
    return HeadnodeOperation.class;
  }

  @Override
  public Visit<HeadnodeOperation> open(Claim claim) {
    return new HeadnodeVisit(
        claim,
        store,
        () -> session(claim),
        new HeadnodeVisit.Patience(START, config.headnodeShutdown(), TURN),
        () -> !lookout.isObserving(),
        clock);
  }

  private HypervisorSession session(Claim claim) {
    HypervisorStore.Host host = hypervisors.host(claim.queue().target(), claim::holds);
    return host.driver().open(host.endpoint());
  }

  /** What was asked of a NIC is taken back; what was to be made is not; what is to go, goes. */
  @Override
  public void cancelled(HeadnodeOperation operation) {
    switch (operation.what()) {
      case DELETE ->
          throw HaasException.blocked("The headnode is being removed; that cannot be taken back.");
      case CREATE -> store.notMade(operation);
      case PLUG, UNPLUG -> store.stays(operation);
      case START, SHUTDOWN, STOP, CHECK -> {}
    }
  }
}
