package org.haas.driver.ovs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.haas.spi.Capability;
import org.haas.spi.DriverException;
import org.haas.spi.DriverException.Kind;
import org.haas.spi.PortChange;
import org.haas.spi.PortName;
import org.haas.spi.SwitchDriver;
import org.haas.spi.SwitchEndpoint;
import org.haas.spi.VlanId;

/**
 * What is the same however an Open vSwitch is talked to. Settings: {@code bridge}, required; {@code
 * parking}, the part of {@link #reserved} that this switch uses for parked ports, such as {@code
 * 3900-4000}.
 */
abstract class OvsDriver implements SwitchDriver {
  private static final String BRIDGE = "bridge";
  private static final String PARKING = "parking";
  private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9._-]{0,30}");

  /** Logs in. */
  abstract OvsTalk talk(SwitchEndpoint endpoint, String bridge);

  /** How a row is written; the tag is a number, {@code []} or a word in its place. */
  abstract String line(OvsPort row, String tag);

  @Override
  public Set<Capability> capabilities() {
    return Set.of(Capability.NATIVELESS_TRUNK);
  }

  @Override
  public Set<VlanId> reserved() {
    return ParkingRange.RESERVED.vlans();
  }

  @Override
  public Set<String> settings() {
    return Set.of(BRIDGE, PARKING);
  }

  @Override
  public boolean showsHostKey() {
    return true;
  }

  @Override
  public void validate(PortName port) {
    if (!NAME.matcher(port.value()).matches()) {
      throw new IllegalArgumentException(
          "A port of Open vSwitch has 1 to 31 letters, digits and . _ - and begins with a letter.");
    }
  }

  /** The parking id is chosen when the port is parked, from those that are free then. */
  @Override
  public List<String> render(PortChange change) {
    List<String> lines = new ArrayList<>();
    if (change.isDone()) {
      return lines;
    }
    if (change.desired().parked() || change.needsCut()) {
      lines.add(line(OvsPort.parked(change.port(), ParkingRange.RESERVED.first()), "PARKING"));
    }
    if (!change.desired().parked()) {
      OvsPort row = OvsPort.connected(change.port(), change.desired());
      lines.add(line(row, row.tagText()));
    }
    return lines;
  }

  /**
   * {@inheritDoc}
   *
   * @throws DriverException UNREACHABLE, HOST_KEY_CHANGED; REFUSED wrong login or settings
   */
  @Override
  public SwitchSession open(SwitchEndpoint endpoint) {
    String bridge = bridge(endpoint);
    return new OvsSession(endpoint, bridge, parking(endpoint), talk(endpoint, bridge));
  }

  private static String bridge(SwitchEndpoint endpoint) {
    String bridge = endpoint.settings().getOrDefault(BRIDGE, "");
    if (!NAME.matcher(bridge).matches()) {
      throw new DriverException(
          Kind.REFUSED,
          endpoint.described()
              + " needs the setting bridge: the name of the Open vSwitch bridge, such as br0.");
    }
    return bridge;
  }

  private static ParkingRange parking(SwitchEndpoint endpoint) {
    try {
      return Optional.ofNullable(endpoint.settings().get(PARKING))
          .map(ParkingRange::parse)
          .orElse(ParkingRange.RESERVED);
    } catch (IllegalArgumentException wrong) {
      throw new DriverException(
          Kind.REFUSED, "%s: %s".formatted(endpoint.described(), wrong.getMessage()), wrong);
    }
  }
}
