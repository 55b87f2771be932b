package org.haas.driver.sim;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.haas.driver.wire.HostPort;
import org.haas.spi.DriverException;
import org.haas.spi.DriverException.Kind;
import org.haas.spi.HypervisorDriver;
import org.haas.spi.HypervisorEndpoint;
import org.haas.spi.Label;
import org.haas.spi.VlanId;

/**
 * The driver of the simulated hypervisors of {@link SimSwitchServer}. Setting {@code hypervisor}:
 * which of them, by default the one with the hypervisor's name.
 */
public final class SimHypervisor implements HypervisorDriver {
  private static final String HYPERVISOR = "hypervisor";

  /** For {@link java.util.ServiceLoader}. */
  public SimHypervisor() {}

  @Override
  public String type() {
    return "sim";
  }

  @Override
  public Set<String> settings() {
    return Set.of(HYPERVISOR);
  }

  @Override
  public Set<VlanId> reserved() {
    return Set.of();
  }

  @Override
  public void validate(String address, Map<String, String> settings) {
    HostPort.parse(address, SimSwitch.PORT);
    if (settings.containsKey(HYPERVISOR)) {
      Label unused = new Label(settings.get(HYPERVISOR));
    }
  }

  @Override
  public Optional<String> hostKey(HypervisorEndpoint endpoint) {
    return Optional.empty();
  }

  @Override
  public HypervisorSession open(HypervisorEndpoint endpoint) {
    return new SimHypervisorSession(endpoint, connect(endpoint, "host", ""));
  }

  /** A connection for commands, or for a machine's console or screen. */
  static SimClient connect(HypervisorEndpoint endpoint, String what, String vm) {
    try {
      String named = endpoint.settings().getOrDefault(HYPERVISOR, endpoint.name().value());
      String greeting = "%s %s %s%s".formatted(what, new Label(named), endpoint.owner(), vm);
      return SimClient.connect(SimPeer.of(endpoint), greeting);
    } catch (IllegalArgumentException wrong) {
      throw new DriverException(
          Kind.REFUSED, "%s: %s".formatted(endpoint.described(), wrong.getMessage()), wrong);
    }
  }
}
