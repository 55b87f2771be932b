package org.haas.driver.ssh;

import java.time.Duration;
import java.util.Map;
import org.haas.driver.wire.HostPort;
import org.haas.spi.BmcEndpoint;
import org.haas.spi.HypervisorEndpoint;
import org.haas.spi.Label;
import org.haas.spi.Secret;
import org.haas.spi.SwitchEndpoint;

/** A switch, a controller or a hypervisor, as far as a login by SSH needs to know it. */
record SshPeer(
    String described,
    Label name,
    HostPort at,
    String username,
    Secret secret,
    Map<String, String> settings,
    Duration timeout) {

  static SshPeer of(SwitchEndpoint endpoint) {
    return new SshPeer(
        endpoint.described(),
        endpoint.name(),
        new HostPort(endpoint.host(), endpoint.port()),
        endpoint.username(),
        endpoint.secret(),
        endpoint.settings(),
        endpoint.timeout());
  }

  static SshPeer of(HypervisorEndpoint endpoint, HostPort at) {
    return new SshPeer(
        endpoint.described(),
        endpoint.name(),
        at,
        endpoint.username(),
        endpoint.secret(),
        endpoint.settings(),
        endpoint.timeout());
  }

  static SshPeer of(BmcEndpoint endpoint, HostPort at) {
    return new SshPeer(
        endpoint.described(),
        endpoint.node(),
        at,
        endpoint.username(),
        endpoint.secret(),
        endpoint.settings(),
        endpoint.timeout());
  }
}
