package org.haas.maintenance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.haas.config.HaasConfig;
import org.haas.error.HaasException;
import org.haas.operation.Claim;
import org.haas.operation.OperationHandler;

/** Tells the maintenance service. The only place that calls it. */
@ApplicationScoped
class CallHandler implements OperationHandler<CallOperation> {
  @Inject private CallStore store;
  @Inject private HaasConfig config;
  @Inject private Clock clock;

  @Override
  public Class<CallOperation> handles() {
    return CallOperation.class;
  }

  @Override
  public Visit<CallOperation> open(Claim claim) {
    return new CallVisit(claim, store, new Webhook(timeout(), clock)::tell);
  }

  /** Well within the claim, so that what was answered can be written down under it. */
  private Duration timeout() {
    Duration half = config.queueClaim().dividedBy(2);
    Duration wanted = config.maintenanceTimeout();
    return wanted.compareTo(half) < 0 ? wanted : half;
  }

  /** A machine that nobody was told of would stay for ever. */
  @Override
  public void cancelled(CallOperation operation) {
    throw HaasException.blocked(
        "The maintenance service is told of node %s until it has heard; end the maintenance of the"
                .formatted(operation.node().orElse(""))
            + " node instead.");
  }
}
