package org.haas.node;

import java.util.List;
import java.util.Optional;
import org.haas.spi.Channel;
import org.haas.spi.Label;
import org.haas.spi.MacAddress;
import org.haas.spi.PortName;

/**
 * A NIC.
 *
 * @param cabled whether a switch port is recorded behind it: without one it cannot be connected
 * @param switchName the switch, for an administrator only, as {@code port}
 * @param networks what it is connected to, as far as the caller may know, the oldest first
 */
public record NicView(
    Label name,
    MacAddress mac,
    boolean cabled,
    Optional<Label> switchName,
    Optional<PortName> port,
    List<Connection> networks) {

  /** Copies the networks. */
  public NicView {
    networks = List.copyOf(networks);
  }

  /**
   * A network on the NIC.
   *
   * @param state the attachment's: ATTACHING, ATTACHED or DETACHING
   */
  public record Connection(Label network, Channel channel, String state) {}
}
