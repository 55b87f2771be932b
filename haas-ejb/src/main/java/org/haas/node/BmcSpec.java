package org.haas.node;

import java.util.Map;
import java.util.Optional;
import org.haas.spi.Secret;

/**
 * A machine's management controller as it is to be recorded.
 *
 * @param type a driver's type, such as {@code ipmi}
 * @param address in the driver's form
 * @param username empty when the driver needs none
 * @param secret password or token
 * @param certificate the enrolled SHA-256 fingerprint of its TLS certificate
 * @param settings what docs/drivers.md lists for the type
 */
public record BmcSpec(
    String type,
    String address,
    String username,
    Secret secret,
    Optional<String> certificate,
    Map<String, String> settings) {
  /** Copies the settings. */
  public BmcSpec {
    settings = Map.copyOf(settings);
  }
}
