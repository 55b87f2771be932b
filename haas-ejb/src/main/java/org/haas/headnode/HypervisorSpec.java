package org.haas.headnode;

import java.util.Map;
import java.util.Optional;
import org.haas.audit.Named;
import org.haas.spi.Label;
import org.haas.spi.Secret;

/**
 * A hypervisor to register.
 *
 * @param type a driver's type, such as {@code libvirt}
 * @param address in the driver's form
 * @param username empty when the driver needs none
 * @param secret a password or a private key
 * @param hostKey {@code <type> <base64>}, for a driver that logs in by SSH
 * @param settings what docs/drivers.md lists for the type
 */
public record HypervisorSpec(
    Label name,
    String type,
    String address,
    String username,
    Secret secret,
    Optional<String> hostKey,
    Map<String, String> settings)
    implements Named {
  /** Copies the settings. */
  public HypervisorSpec {
    settings = Map.copyOf(settings);
  }
}
