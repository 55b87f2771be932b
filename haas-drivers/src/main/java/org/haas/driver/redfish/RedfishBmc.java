package org.haas.driver.redfish;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.haas.driver.wire.ConsoleRegister;
import org.haas.driver.wire.HttpPeer;
import org.haas.spi.BmcDriver;
import org.haas.spi.BmcEndpoint;
import org.haas.spi.DriverException;
import org.haas.spi.DriverException.Kind;

/**
 * Redfish. Settings: {@code system}, which of several; {@code hostkey}, the SHA-256 fingerprint of
 * the SSH host key of its console in hexadecimal.
 */
public final class RedfishBmc implements BmcDriver {
  static final String SYSTEM = "system";
  static final String HOST_KEY = "hostkey";

  private final ConsoleRegister consoles = new ConsoleRegister();

  /** For {@link java.util.ServiceLoader}. */
  public RedfishBmc() {}

  @Override
  public String type() {
    return "redfish";
  }

  @Override
  public Set<String> settings() {
    return Set.of(SYSTEM, HOST_KEY);
  }

  @Override
  public void validate(String address) {
    HttpPeer.checked(address);
  }

  @Override
  public Optional<String> certificate(BmcEndpoint endpoint) {
    try (HttpPeer peer = new HttpPeer(endpoint.address(), Optional.empty())) {
      return peer.certificate(System.nanoTime() + endpoint.timeout().toNanos());
    } catch (IOException failed) {
      throw RedfishFailures.unreachable(endpoint, failed);
    }
  }

  /**
   * {@inheritDoc} It logs in at the first command.
   *
   * @throws DriverException REFUSED the address cannot be
   */
  @Override
  public BmcSession open(BmcEndpoint endpoint) {
    try {
      HttpPeer peer = new HttpPeer(endpoint.address(), endpoint.certificate());
      return new RedfishSession(new RedfishClient(endpoint, peer), consoles);
    } catch (IllegalArgumentException wrong) {
      throw new DriverException(
          Kind.REFUSED, "%s: %s".formatted(endpoint.described(), wrong.getMessage()), wrong);
    }
  }
}
