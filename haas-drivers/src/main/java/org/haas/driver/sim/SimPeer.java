package org.haas.driver.sim;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.haas.driver.wire.HostPort;
import org.haas.spi.BmcEndpoint;
import org.haas.spi.HypervisorEndpoint;
import org.haas.spi.Secret;
import org.haas.spi.SwitchEndpoint;

/** A simulated switch or controller, as {@link SimClient} has to reach it. */
record SimPeer(
    String described,
    HostPort at,
    String username,
    Secret secret,
    Duration timeout,
    BooleanSupplier mayProceed) {

  static SimPeer of(SwitchEndpoint endpoint) {
    return new SimPeer(
        endpoint.described(),
        new HostPort(endpoint.host(), endpoint.port()),
        endpoint.username(),
        endpoint.secret(),
        endpoint.timeout(),
        endpoint.mayProceed());
  }

  static SimPeer of(BmcEndpoint endpoint) {
    return new SimPeer(
        endpoint.described(),
        HostPort.parse(endpoint.address(), SimSwitch.PORT),
        endpoint.username(),
        endpoint.secret(),
        endpoint.timeout(),
        endpoint.mayProceed());
  }

  static SimPeer of(HypervisorEndpoint endpoint) {
    return new SimPeer(
        endpoint.described(),
        HostPort.parse(endpoint.address(), SimSwitch.PORT),
        endpoint.username(),
        endpoint.secret(),
        endpoint.timeout(),
        endpoint.mayProceed());
  }

  /** The server of this machine, for who looks at it and makes it fail. */
  static SimPeer administration(int port, String username, Secret secret) {
    return new SimPeer(
        "The simulator",
        new HostPort("127.0.0.1", port),
        username,
        secret,
        Duration.ofSeconds(10),
        () -> true);
  }
}
