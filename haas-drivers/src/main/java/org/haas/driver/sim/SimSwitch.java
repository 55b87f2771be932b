package org.haas.driver.sim;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.haas.spi.Capability;
import org.haas.spi.DriverException;
import org.haas.spi.Label;
import org.haas.spi.PortChange;
import org.haas.spi.PortName;
import org.haas.spi.SwitchDriver;
import org.haas.spi.SwitchEndpoint;
import org.haas.spi.VlanId;

/**
 * The driver of {@link SimSwitchServer}. Setting {@code switch}: which of the server's switches, by
 * default the one with the endpoint's name.
 */
public final class SimSwitch implements SwitchDriver {
  static final int PORT = 7101;

  private static final String SWITCH = "switch";
  private static final Pattern PORT_NAME = Pattern.compile("(gi|te)\\d+/\\d+(/\\d+)?");

  /** For {@link java.util.ServiceLoader}. */
  public SimSwitch() {}

  @Override
  public String type() {
    return "sim";
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of(Capability.NATIVELESS_TRUNK);
  }

  @Override
  public Set<VlanId> reserved() {
    return Set.of();
  }

  @Override
  public Set<String> settings() {
    return Set.of(SWITCH);
  }

  @Override
  public int defaultPort() {
    return PORT;
  }

  @Override
  public boolean showsHostKey() {
    return false;
  }

  @Override
  public void validate(PortName port) {
    if (!PORT_NAME.matcher(port.value()).matches()) {
      throw new IllegalArgumentException(
          "A port of a simulated switch is named like gi1/0/5 or te1/2.");
    }
  }

  @Override
  public List<String> render(PortChange change) {
    return SimLines.of(List.of(change));
  }

  @Override
  public Optional<String> hostKey(SwitchEndpoint endpoint) {
    return Optional.empty();
  }

  /**
   * {@inheritDoc}
   *
   * @throws DriverException UNREACHABLE; REFUSED wrong login, or no such switch
   */
  @Override
  public SwitchSession open(SwitchEndpoint endpoint) {
    Label chosen =
        Optional.ofNullable(endpoint.settings().get(SWITCH))
            .map(Label::new)
            .orElse(endpoint.name());
    return new SimSession(
        SimClient.connect(SimPeer.of(endpoint), "login %s %d".formatted(chosen, endpoint.fence())));
  }
}
