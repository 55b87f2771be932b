package org.haas.operation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/** The handlers of the features. */
@ApplicationScoped
class Handlers {
  @Inject @Any private Instance<OperationHandler<?>> handlers;

  /** Visits under that claim, opened as they are needed. */
  Visits visits(Claim claim) {
    return new Visits(this, claim);
  }

  @SuppressWarnings("unchecked") // the handler says itself which operations it takes
  OperationHandler<Operation> of(Class<?> kind) {
    for (OperationHandler<?> handler : handlers) {
      if (handler.handles().isAssignableFrom(kind)) {
        return (OperationHandler<Operation>) handler;
      }
    }
    throw new IllegalStateException("nobody handles " + kind.getName());
  }
}
