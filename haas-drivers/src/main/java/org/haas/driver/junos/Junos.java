package org.haas.driver.junos;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.haas.driver.ssh.SshSession;
import org.haas.spi.Capability;
import org.haas.spi.DriverException;
import org.haas.spi.PortChange;
import org.haas.spi.PortName;
import org.haas.spi.SwitchDriver;
import org.haas.spi.SwitchEndpoint;
import org.haas.spi.VlanId;

/**
 * Juniper's EX and QFX switches with Junos ELS, by NETCONF. What one visit changes is one commit,
 * which Junos takes back by itself unless it is confirmed.
 */
public final class Junos implements SwitchDriver {
  private static final int NETCONF_PORT = 830;
  private static final Pattern NAME = Pattern.compile("(?:ge|mge|xe|et)-\\d+/\\d+/\\d+(?::\\d+)?");

  /** For {@link java.util.ServiceLoader}. */
  public Junos() {}

  @Override
  public String type() {
    return "junos";
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of(Capability.NATIVELESS_TRUNK);
  }

  /** None: a trunk without a native VLAN drops untagged frames. */
  @Override
  public Set<VlanId> reserved() {
    return Set.of();
  }

  @Override
  public Set<String> settings() {
    return Set.of(SshSession.OLD_SSH);
  }

  @Override
  public int defaultPort() {
    return NETCONF_PORT;
  }

  @Override
  public boolean showsHostKey() {
    return true;
  }

  @Override
  public void validate(PortName port) {
    if (!NAME.matcher(port.value()).matches()) {
      throw new IllegalArgumentException(
          "A port of a junos switch is named like ge-0/0/12, xe-0/0/1:0 or et-0/0/48.");
    }
  }

  /** What else stands at the port is taken away too, and shows only when it is read. */
  @Override
  public List<String> render(PortChange change) {
    List<String> lines = new ArrayList<>();
    if (change.isDone()) {
      return lines;
    }
    JunosEdit now = JunosEdit.from(change);
    if (JunosSession.isCutFirst(change)) {
      lines.add(now.park(change.port()));
      lines.add(JunosRequests.COMMIT);
    }
    change.desired().vlans().stream()
        .filter(vlan -> !change.read().isExact() || !change.read().carries(vlan))
        .map(JunosEdit::create)
        .forEach(lines::add);
    lines.add(now.set(change.port(), change.desired()));
    lines.add(JunosRequests.COMMIT_CONFIRMED);
    lines.add(JunosRequests.COMMIT);
    return lines;
  }

  @Override
  public Optional<String> hostKey(SwitchEndpoint endpoint) {
    return Optional.of(SshSession.hostKey(endpoint));
  }

  /**
   * {@inheritDoc}
   *
   * @throws DriverException UNREACHABLE, HOST_KEY_CHANGED; REFUSED wrong login, or no NETCONF that
   *     can do what is needed
   */
  @Override
  public SwitchSession open(SwitchEndpoint endpoint) {
    return new JunosSession(
        endpoint, new NetconfSession(endpoint, SshSession.open(endpoint).subsystem("netconf")));
  }
}
