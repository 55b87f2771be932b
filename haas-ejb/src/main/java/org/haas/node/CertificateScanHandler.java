package org.haas.node;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Asks a controller for the TLS certificate that it shows. Never inside a transaction. */
@ApplicationScoped
class CertificateScanHandler {
  @Inject private BmcStore store;

  /**
   * Its fingerprint; empty when the driver uses no TLS.
   *
   * @throws org.haas.spi.DriverException UNREACHABLE; REFUSED no such controller, or no driver
   */
  Optional<String> scan(long nodeId) {
    BmcStore.Controller controller = store.controller(nodeId, () -> true);
    return controller.driver().certificate(controller.endpoint());
  }
}
