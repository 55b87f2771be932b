package org.haas.spi;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Where a hypervisor is, how to log in, and whose machines are ours.
 *
 * @param name the hypervisor's label, for messages
 * @param address in the driver's form, such as {@code host} or {@code unix:/path} for {@code
 *     libvirt}
 * @param username may be empty when the driver needs none
 * @param secret password, or a private key in PEM or OpenSSH form
 * @param hostKey the enrolled SSH host key, {@code <type> <base64>}; empty without SSH
 * @param settings what the driver's documentation lists
 * @param owner the name of this installation of HaaS, the same for ever: the mark on what it makes
 * @param timeout the longest that one thing asked of the hypervisor may take
 * @param mayProceed asked before each of them: false when the caller's claim has run out; the
 *     driver then throws {@link DriverException.Kind#DEADLINE}
 */
public record HypervisorEndpoint(
    Label name,
    String address,
    String username,
    Secret secret,
    Optional<String> hostKey,
    Map<String, String> settings,
    Label owner,
    Duration timeout,
    BooleanSupplier mayProceed) {

  /** Copies the settings. */
  public HypervisorEndpoint {
    settings = Map.copyOf(settings);
  }

  /** What to call it in a message; tenants read it, so not its address. */
  public String described() {
    return "Hypervisor " + name;
  }
}
