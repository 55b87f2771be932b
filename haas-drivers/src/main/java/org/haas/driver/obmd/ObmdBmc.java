package org.haas.driver.obmd;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.haas.driver.wire.ConsoleRegister;
import org.haas.driver.wire.HttpPeer;
import org.haas.spi.BmcDriver;
import org.haas.spi.BmcEndpoint;
import org.haas.spi.DriverException;
import org.haas.spi.DriverException.Kind;

/**
 * A node of OBMd. The address is the node's URL there, the secret the daemon's admin token. It has
 * no settings.
 */
public final class ObmdBmc implements BmcDriver {
  private final ConsoleRegister consoles = new ConsoleRegister();
  private final Map<String, ObmdToken> tokens = new ConcurrentHashMap<>();

  /** For {@link java.util.ServiceLoader}. */
  public ObmdBmc() {}

  @Override
  public String type() {
    return "obmd";
  }

  @Override
  public Set<String> settings() {
    return Set.of();
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
      throw ObmdClient.unreachable(endpoint, failed);
    }
  }

  /**
   * {@inheritDoc} A token is made at the first command.
   *
   * @throws DriverException REFUSED the address cannot be
   */
  @Override
  public BmcSession open(BmcEndpoint endpoint) {
    try {
      ObmdToken token = tokens.computeIfAbsent(endpoint.address(), address -> new ObmdToken());
      return new ObmdSession(new ObmdClient(endpoint, token), consoles);
    } catch (IllegalArgumentException wrong) {
      throw new DriverException(
          Kind.REFUSED, "%s: %s".formatted(endpoint.described(), wrong.getMessage()), wrong);
    }
  }
}
