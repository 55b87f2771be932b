package org.haas.driver.libvirt;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.haas.driver.ssh.SshLink;
import org.haas.driver.wire.ByteLink;
import org.haas.driver.wire.HostPort;
import org.haas.driver.wire.UnixLink;
import org.haas.spi.DriverException;
import org.haas.spi.DriverException.Kind;
import org.haas.spi.HypervisorEndpoint;

/**
 * Where libvirt is: {@code unix:/path/of/its/socket} on the server of HaaS itself, or {@code host}
 * or {@code host:port} of an SSH server.
 *
 * @param ssh empty: this machine
 * @param socket libvirt's, on its host
 */
record LibvirtAddress(Optional<HostPort> ssh, String socket) {
  private static final String HERE = "unix:";
  private static final int SSH = 22;

  /**
   * Reads it.
   *
   * @throws IllegalArgumentException with a sentence for the user
   */
  static LibvirtAddress parse(String address, LibvirtSettings settings) {
    if (address.startsWith(HERE)) {
      String path = address.substring(HERE.length());
      return new LibvirtAddress(Optional.empty(), LibvirtSettings.socket(path));
    }
    return new LibvirtAddress(Optional.of(HostPort.parse(address, SSH)), settings.socket());
  }

  /**
   * A new stream to a socket on the host.
   *
   * @throws DriverException UNREACHABLE, REFUSED, HOST_KEY_CHANGED, DEADLINE
   */
  ByteLink connect(HypervisorEndpoint endpoint, String path) {
    if (ssh.isPresent()) {
      return SshLink.open(endpoint, ssh.get(), path);
    }
    try {
      return UnixLink.connect(Path.of(path));
    } catch (IOException refused) {
      throw new DriverException(
          Kind.UNREACHABLE,
          "%s cannot be reached at its socket %s: %s."
              .formatted(
                  endpoint.described(), path, DriverException.words("" + refused.getMessage())),
          refused);
    }
  }
}
