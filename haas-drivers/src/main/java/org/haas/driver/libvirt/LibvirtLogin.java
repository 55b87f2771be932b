package org.haas.driver.libvirt;

import java.util.List;
import org.haas.spi.DriverException;
import org.haas.spi.DriverException.Kind;
import org.haas.spi.HypervisorEndpoint;

/**
 * Where a hypervisor is, what its settings say, and how a connection to its libvirt begins.
 *
 * @param endpoint of which the others were read
 */
record LibvirtLogin(HypervisorEndpoint endpoint, LibvirtSettings settings, LibvirtAddress address) {
  private static final String DRIVER = "qemu:///system";
  private static final int NONE = 0;
  private static final int POLKIT = 2;

  /**
   * Reads the endpoint.
   *
   * @throws DriverException REFUSED
   */
  static LibvirtLogin of(HypervisorEndpoint endpoint) {
    try {
      LibvirtSettings settings = LibvirtSettings.of(endpoint.settings());
      LibvirtAddress address = LibvirtAddress.parse(endpoint.address(), settings);
      return new LibvirtLogin(endpoint, settings, address);
    } catch (IllegalArgumentException wrong) {
      throw new DriverException(
          Kind.REFUSED, "%s: %s".formatted(endpoint.described(), wrong.getMessage()), wrong);
    }
  }

  /**
   * A new connection, ready for calls.
   *
   * @throws DriverException as {@link Libvirt#open}
   */
  LibvirtRpc connect() {
    PacketLink link = new PacketLink(address.connect(endpoint, address.socket()));
    LibvirtRpc rpc = new LibvirtRpc(endpoint, link);
    boolean open = false;
    try {
      authenticate(rpc);
      rpc.call(Procedure.CONNECT_OPEN, new XdrWriter().optional(DRIVER).number(0));
      open = true;
      return rpc;
    } finally {
      if (!open) {
        rpc.close();
      }
    }
  }

  /** By the socket's permissions, or by polkit, which goes by who connects. */
  private static void authenticate(LibvirtRpc rpc) {
    XdrReader reply = rpc.call(Procedure.AUTH_LIST);
    List<Integer> ways = rpc.decoded(from -> from.list(XdrReader::number), reply);
    if (ways.isEmpty() || ways.contains(NONE)) {
      return;
    }
    if (!ways.contains(POLKIT)) {
      throw rpc.refused(
          "its libvirt wants a password; let it go by the socket's permissions or by polkit");
    }
    rpc.call(Procedure.AUTH_POLKIT);
  }
}
