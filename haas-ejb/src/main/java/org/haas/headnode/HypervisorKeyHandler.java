package org.haas.headnode;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Asks a hypervisor for the host key that it shows. Never inside a transaction. */
@ApplicationScoped
class HypervisorKeyHandler {
  @Inject private HypervisorStore store;

  /**
   * The key, {@code <type> <base64>}; empty when it has none.
   *
   * @throws org.haas.spi.DriverException UNREACHABLE
   */
  Optional<String> scan(long hypervisorId) {
    HypervisorStore.Host host = store.host(hypervisorId, () -> true);
    return host.driver().hostKey(host.endpoint());
  }
}
