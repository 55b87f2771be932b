package org.haas.network;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.haas.spi.Label;
import org.haas.spi.VlanId;

/**
 * Which ports carry a network, as they were read from the switches, beside those that shall.
 *
 * @param vlan for those who may use the network
 * @param readFrom when the port was read whose reading is the oldest of all, and {@code readUntil}
 *     the newest
 * @param ports how many ports of all switches were looked at for this
 * @param unread how many of them were never read, or so long ago that a look at their switch has
 *     failed since
 * @param carriers the NICs that it concerns, as far as the caller may know them
 * @param others how many NICs of other projects that the caller may not know are on it as they
 *     shall
 * @param strangers how many ports carry it, or do not, against what is wanted
 * @param uplinks how many ports between switches carry it
 */
public record ProofView(
    Label network,
    Optional<VlanId> vlan,
    Verdict verdict,
    Optional<Instant> readFrom,
    Optional<Instant> readUntil,
    long ports,
    long unread,
    List<Carrier> carriers,
    long others,
    long strangers,
    long uplinks) {
  /** What follows from the readings. */
  public enum Verdict {
    /** Exactly the ports that shall carry it do. */
    PROVEN,
    /** A NIC is on its way on or off. */
    CHANGING,
    /** Some ports are not known. */
    UNPROVEN,
    /** A port carries it that shall not, or does not carry it and shall. */
    BROKEN
  }

  /** How a port stands to the network. */
  public enum Standing {
    /** It carries it, and shall. */
    CARRIES,
    /** It comes or goes. */
    CHANGING,
    /** It does not carry it, and shall. */
    MISSING,
    /** It carries it, and shall not. */
    STRANGER,
    /** A port between switches, or to a hypervisor, which carries the whole pool. */
    UPLINK
  }

  /**
   * A port that it concerns.
   *
   * @param node empty: nothing is known behind the port
   * @param project who holds the node
   * @param switchName for administrators, as {@code port}
   */
  public record Carrier(
      Standing standing,
      Optional<Label> node,
      Optional<Label> nic,
      Optional<Label> project,
      Optional<Instant> readAt,
      Optional<Label> switchName,
      Optional<String> port) {
    /** Whether it is against what is wanted. */
    public boolean isWrong() {
      return standing == Standing.STRANGER || standing == Standing.MISSING;
    }
  }

  /** Copies the carriers. */
  public ProofView {
    carriers = List.copyOf(carriers);
  }
}
