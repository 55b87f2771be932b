package org.haas.maintenance;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.haas.maintenance.Webhook.Answer;
import org.haas.operation.Claim;
import org.haas.operation.OperationHandler;

/** Tells the service of each machine that is still there, one after the other. */
final class CallVisit implements OperationHandler.Visit<CallOperation> {
  private final Claim claim;
  private final CallStore store;
  private final Function<Call, Answer> service;

  CallVisit(Claim claim, CallStore store, Function<Call, Answer> service) {
    this.claim = claim;
    this.store = store;
    this.service = service;
  }

  /** A service that cannot be reached for one machine is not for the others either. */
  @Override
  public void run(List<CallOperation> due) {
    Optional<Answer> unreached = Optional.empty();
    for (CallOperation operation : due) {
      if (!claim.holds()) {
        return;
      }
      Optional<Call> call = store.call(operation);
      if (call.isEmpty()) {
        store.drop(claim, operation);
        continue;
      }
      Answer answer = unreached.orElseGet(() -> service.apply(call.get()));
      store.answered(claim, operation, answer);
      unreached = Optional.of(answer).filter(given -> !given.reached());
    }
  }

  @Override
  public void close() {
    // each call is a connection of its own
  }
}
