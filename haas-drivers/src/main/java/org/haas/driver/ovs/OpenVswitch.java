package org.haas.driver.ovs;

import java.util.Optional;
import org.haas.driver.ssh.SshSession;
import org.haas.spi.SwitchEndpoint;

/** Open vSwitch 2.9 or newer over SSH. */
public final class OpenVswitch extends OvsDriver {
  private static final int SSH_PORT = 22;

  /** For {@link java.util.ServiceLoader}. */
  public OpenVswitch() {}

  @Override
  public String type() {
    return "ovs";
  }

  @Override
  public int defaultPort() {
    return SSH_PORT;
  }

  @Override
  public Optional<String> hostKey(SwitchEndpoint endpoint) {
    return Optional.of(SshSession.hostKey(endpoint));
  }

  @Override
  OvsTalk talk(SwitchEndpoint endpoint, String bridge) {
    return new OvsCommands(endpoint, bridge, SshSession.open(endpoint));
  }

  @Override
  String line(OvsPort row, String tag) {
    return "ovs-vsctl " + OvsLines.set(row, tag);
  }
}
