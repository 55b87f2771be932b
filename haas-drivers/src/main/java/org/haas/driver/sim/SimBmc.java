package org.haas.driver.sim;

import java.util.Optional;
import java.util.Set;
import org.haas.driver.wire.HostPort;
import org.haas.spi.BmcDriver;
import org.haas.spi.BmcEndpoint;
import org.haas.spi.DriverException;
import org.haas.spi.DriverException.Kind;
import org.haas.spi.Label;

/**
 * The driver of the simulated controllers of {@link SimSwitchServer}. Setting {@code bmc}: which of
 * them, by default the one with the node's name.
 */
public final class SimBmc implements BmcDriver {
  private static final String BMC = "bmc";

  /** For {@link java.util.ServiceLoader}. */
  public SimBmc() {}

  @Override
  public String type() {
    return "sim";
  }

  @Override
  public Set<String> settings() {
    return Set.of(BMC);
  }

  @Override
  public void validate(String address) {
    HostPort.parse(address, SimSwitch.PORT);
  }

  @Override
  public Optional<String> certificate(BmcEndpoint endpoint) {
    return Optional.empty();
  }

  /**
   * {@inheritDoc}
   *
   * @throws DriverException UNREACHABLE; REFUSED wrong login, or no such controller; DEADLINE
   */
  @Override
  public BmcSession open(BmcEndpoint endpoint) {
    String name = chosen(endpoint);
    return new SimBmcSession(endpoint, name, connect(endpoint, "bmc " + name));
  }

  static SimClient connect(BmcEndpoint endpoint, String greeting) {
    try {
      return SimClient.connect(SimPeer.of(endpoint), greeting);
    } catch (IllegalArgumentException wrongAddress) {
      throw refused(endpoint, wrongAddress);
    }
  }

  private static String chosen(BmcEndpoint endpoint) {
    try {
      return new Label(endpoint.settings().getOrDefault(BMC, endpoint.node().value())).value();
    } catch (IllegalArgumentException wrong) {
      throw refused(endpoint, wrong);
    }
  }

  private static DriverException refused(BmcEndpoint endpoint, IllegalArgumentException wrong) {
    return new DriverException(
        Kind.REFUSED, "%s: %s".formatted(endpoint.described(), wrong.getMessage()), wrong);
  }
}
