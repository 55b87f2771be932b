package org.haas.switches;

import java.util.Map;
import java.util.Optional;
import org.haas.audit.Named;
import org.haas.spi.Label;
import org.haas.spi.Secret;

/**
 * A switch to register.
 *
 * @param type a driver's type, such as {@code sim} or {@code ovs}
 * @param port TCP port; empty: the driver's default
 * @param secret a password or a private key
 * @param hostKey {@code <type> <base64>}, for a driver that logs in by SSH; without one the switch
 *     is not visited until a key is enrolled
 * @param settings what docs/drivers.md lists for the type
 */
public record SwitchSpec(
    Label name,
    String type,
    String host,
    Optional<Integer> port,
    String username,
    Secret secret,
    Optional<String> hostKey,
    Map<String, String> settings)
    implements Named {
  /** Copies the settings. */
  public SwitchSpec {
    settings = Map.copyOf(settings);
  }
}
