package org.haas.power;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.haas.spi.BmcDriver.BmcSession;
import org.haas.spi.DriverException;
import org.haas.spi.PowerState;

/** Asks a controller whether its machine has power. Never inside a transaction. */
@ApplicationScoped
class PollHandler {
  @Inject private PowerHandler sessions;
  @Inject private SightingStore store;

  /** Asks, and writes down what it says, or why it does not. */
  void ask(long nodeId) {
    try (BmcSession session = sessions.session(nodeId, () -> true)) {
      PowerState state = session.power();
      store.polled(nodeId, state);
    } catch (DriverException failure) {
      store.pollFailed(nodeId, failure.getMessage());
    }
  }
}
