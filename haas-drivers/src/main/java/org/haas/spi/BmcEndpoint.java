package org.haas.spi;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Where a machine's management controller is and how to log in.
 *
 * @param node the machine's label, for messages
 * @param address in the driver's form: {@code host} or {@code host:port} for {@code ipmi}, a URL
 *     for {@code redfish} and {@code obmd}
 * @param username may be empty when the driver needs none
 * @param secret password or token
 * @param certificate the enrolled fingerprint of its TLS certificate, SHA-256 in lower-case
 *     hexadecimal without colons; empty: the certificate has to be valid by itself
 * @param settings what the driver's documentation lists
 * @param timeout the longest that one command may take
 * @param mayProceed asked before each command that is sent: false when the caller's claim has run
 *     out; the driver then throws {@link DriverException.Kind#DEADLINE}
 */
public record BmcEndpoint(
    Label node,
    String address,
    String username,
    Secret secret,
    Optional<String> certificate,
    Map<String, String> settings,
    Duration timeout,
    BooleanSupplier mayProceed) {

  /** Copies the settings. */
  public BmcEndpoint {
    settings = Map.copyOf(settings);
  }

  /** What to call the controller in a message; tenants read it, so not its address. */
  public String described() {
    return "The BMC of node " + node;
  }
}
