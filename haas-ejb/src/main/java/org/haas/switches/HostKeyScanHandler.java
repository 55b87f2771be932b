package org.haas.switches;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Asks a switch for the host key that it shows. Never inside a transaction. */
@ApplicationScoped
class HostKeyScanHandler {
  @Inject private SwitchStore store;
  @Inject private Drivers drivers;

  /**
   * The key, {@code <type> <base64>}; empty when the driver has none.
   *
   * @throws org.haas.spi.DriverException UNREACHABLE
   */
  Optional<String> scan(long switchId) {
    return drivers
        .find(store.type(switchId))
        .flatMap(driver -> driver.hostKey(store.endpoint(switchId, () -> true)));
  }
}
