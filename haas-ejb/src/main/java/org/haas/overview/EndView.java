package org.haas.overview;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.haas.spi.Channel;
import org.haas.spi.Label;
import org.haas.spi.MacAddress;

/**
 * Where a network can end: a port with what is behind it, or a NIC.
 *
 * @param switchName for administrators, as {@code port}, {@code lastRead} and {@code difference}
 * @param machine the node, or the headnode, if any is behind it
 * @param project who holds it
 * @param networks what it shall be on, the oldest first
 * @param readAt when it was last read
 * @param lastRead as what, such as {@code native 100, tagged 101}
 * @param difference what was wrong with it, in words
 */
public record EndView(
    EndKind kind,
    EndState state,
    Optional<Label> switchName,
    Optional<String> port,
    Optional<Label> machine,
    Optional<Label> nic,
    Optional<MacAddress> mac,
    Optional<Label> project,
    List<Carried> networks,
    Optional<Instant> readAt,
    Optional<String> lastRead,
    Optional<String> difference) {

  /** Copies the networks. */
  public EndView {
    networks = List.copyOf(networks);
  }

  /**
   * A network there.
   *
   * @param state ATTACHING, ATTACHED or DETACHING
   */
  public record Carried(Label network, Channel channel, String state) {}
}
