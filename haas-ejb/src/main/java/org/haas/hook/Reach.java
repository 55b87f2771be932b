package org.haas.hook;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;
import org.haas.config.TrustedProxies.Network;

/** Which addresses may be called where somebody else says. */
public final class Reach {
  /** To nobody: this, no address, and what clouds keep at link-local addresses. */
  private static final List<Network> NOBODY =
      networks("0.0.0.0/8", "169.254.0.0/16", "224.0.0.0/3", "::/128", "fe80::/10", "ff00::/8");

  private static final List<Network> CLOSED =
      networks(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.168.0.0/16",
          "198.18.0.0/15",
          "224.0.0.0/3",
          "::/127",
          "64:ff9b::/96",
          "64:ff9b:1::/48",
          "2002::/16",
          "fc00::/7",
          "fe80::/10",
          "fec0::/10",
          "ff00::/8");

  private final List<Network> closed;
  private final List<Network> opened;

  private Reach(List<Network> closed, List<Network> opened) {
    this.closed = closed;
    this.opened = List.copyOf(opened);
  }

  /**
   * What a tenant may have called: nothing that only the server can reach, such as itself and
   * private networks.
   *
   * @param opened what the installation lets be called besides
   */
  public static Reach ofTenants(List<Network> opened) {
    return new Reach(CLOSED, opened);
  }

  /** What an administrator may have called: also what is in the installation's own network. */
  public static Reach ofAdministrators() {
    return new Reach(NOBODY, List.of());
  }

  private static List<Network> networks(String... texts) {
    return Stream.of(texts).map(Network::parse).toList();
  }

  /**
   * The address to connect to, looked up now: who connects must not look it up again.
   *
   * @throws IOException there is none, or it is closed
   */
  InetAddress of(String host) throws IOException {
    InetAddress address = InetAddress.getAllByName(host)[0];
    if (!isOpen(address)) {
      throw new IOException("%s is an address that HaaS does not call".formatted(host));
    }
    return address;
  }

  /** Whether it may be told. */
  boolean isOpen(InetAddress address) {
    return opened.stream().anyMatch(network -> network.has(address))
        || closed.stream().noneMatch(network -> network.has(address));
  }

  /** Whether a host is an address that may not be told; of a name it is not known yet. */
  boolean isClosed(String host) {
    boolean literal = host.matches("[0-9.]+") || host.contains(":");
    try {
      return literal && !isOpen(InetAddress.getByName(host));
    } catch (IOException none) {
      return true;
    }
  }
}
