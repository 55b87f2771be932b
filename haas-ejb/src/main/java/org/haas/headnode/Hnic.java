package org.haas.headnode;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.Optional;
import org.haas.error.HaasException;
import org.haas.network.Network;
import org.haas.spi.Label;
import org.haas.spi.MacAddress;
import org.haas.spi.SeedNic;

/**
 * A NIC of a headnode: the network that it shall be on, and the one that its hypervisor may carry
 * for it. The second is written before the hypervisor is told, and goes when the NIC was read to be
 * off it: until then that network is in use.
 */
@Entity
@Table(name = "hnic")
public class Hnic {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private long id;

  @ManyToOne
  @JoinColumn(name = "headnode_id")
  private Headnode headnode;

  @Column(name = "project_id")
  private long projectId;

  private String label;
  private String mac;
  private String address;

  @ManyToOne
  @JoinColumn(name = "network_id")
  private Network network;

  @ManyToOne
  @JoinColumn(name = "carried_id")
  private Network carried;

  private boolean settled;
  private boolean leaving;

  /** For JPA. */
  protected Hnic() {}

  /** One that is on no network. */
  Hnic(Headnode headnode, Label label, MacAddress mac, Optional<String> address) {
    this.headnode = headnode;
    this.projectId = headnode.projectId();
    this.label = label.value();
    this.mac = mac.value();
    this.address = address.orElse(null);
    this.settled = true;
  }

  /**
   * It shall be on that network.
   *
   * @throws HaasException BLOCKED it shall be on another one
   */
  void connect(Network wanted) {
    if (network != null && !isSame(network, wanted)) {
      throw HaasException.blocked(
          "NIC %s of headnode %s is connected to network %s; detach it first."
              .formatted(label, headnode.label(), network.label()));
    }
    network = wanted;
  }

  /**
   * It shall be on none.
   *
   * @return the one that it was to be on
   * @throws HaasException BAD_ARGUMENT it is not connected
   */
  Network detach() {
    if (network == null && carried == null) {
      throw HaasException.badArgument(
          "nic", "%s of headnode %s is not connected.".formatted(label, headnode.label()));
    }
    Network gone = network == null ? carried : network;
    network = null;
    return gone;
  }

  /** It shall go. */
  void leave() {
    network = null;
    leaving = true;
  }

  /** What was asked last is taken back, unbegun: it stays as it is on its hypervisor. */
  void stay() {
    network = carried;
    leaving = false;
  }

  /** The hypervisor is about to carry what it shall be on. */
  void carry() {
    settled = settled && isSame(network, carried);
    carried = network;
  }

  /** It was read to be on what it is carried on. */
  void settle() {
    settled = true;
  }

  /** It was read to be on nothing. */
  void release() {
    carried = null;
    settled = true;
  }

  /** Whether it has to leave one network before it comes to another. */
  boolean hasToLeave() {
    return carried != null && !isSame(network, carried);
  }

  private static boolean isSame(Network one, Network other) {
    if (one == null || other == null) {
      return one == null && other == null;
    }
    return one.id() == other.id();
  }

  /** As the machine is told of it. */
  SeedNic seed() {
    return new SeedNic(mac(), Optional.ofNullable(address));
  }

  long id() {
    return id;
  }

  Headnode headnode() {
    return headnode;
  }

  Label label() {
    return new Label(label);
  }

  MacAddress mac() {
    return new MacAddress(mac);
  }

  Optional<Network> network() {
    return Optional.ofNullable(network);
  }

  Optional<Network> carried() {
    return Optional.ofNullable(carried);
  }

  boolean isSettled() {
    return settled;
  }

  boolean isLeaving() {
    return leaving;
  }
}
