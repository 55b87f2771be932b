package org.haas.driver.libvirt;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.haas.driver.ssh.SshLink;
import org.haas.spi.HypervisorDriver;
import org.haas.spi.HypervisorEndpoint;
import org.haas.spi.VlanId;

/**
 * Hypervisors that run libvirt with QEMU, in its own protocol over its Unix socket. Address: {@code
 * unix:/path} on the server of HaaS, or {@code host[:port]} of an SSH server. Settings: {@code
 * docs/drivers.md}.
 */
public final class Libvirt implements HypervisorDriver {

  /** For {@link java.util.ServiceLoader}. */
  public Libvirt() {}

  @Override
  public String type() {
    return "libvirt";
  }

  @Override
  public Set<String> settings() {
    return LibvirtSettings.KEYS;
  }

  @Override
  public Set<VlanId> reserved() {
    return Wiring.reserved();
  }

  @Override
  public void validate(String address, Map<String, String> settings) {
    LibvirtAddress.parse(address, LibvirtSettings.of(settings));
  }

  @Override
  public Optional<String> hostKey(HypervisorEndpoint endpoint) {
    return LibvirtLogin.of(endpoint).address().ssh().map(at -> SshLink.hostKey(endpoint, at));
  }

  @Override
  public HypervisorSession open(HypervisorEndpoint endpoint) {
    LibvirtLogin login = LibvirtLogin.of(endpoint);
    return new LibvirtSession(login, login.connect());
  }
}
