package org.haas.node;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.Optional;
import org.haas.error.HaasException;
import org.haas.spi.Label;
import org.haas.spi.MacAddress;
import org.haas.switches.Port;
import org.haas.switches.PortRole;
import org.haas.switches.PortState;

/** A network interface of a node, and the switch port behind it. */
@Entity
@Table(name = "nic")
public class Nic {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "node_id")
  private Node node;

  private String label;
  private String mac;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "port_id")
  private Port port;

  /** For JPA. */
  protected Nic() {}

  /** A NIC without a cable. */
  public Nic(Node node, Label label, MacAddress mac) {
    this.node = node;
    this.label = label.value();
    this.mac = mac.value();
  }

  /**
   * Records the cable to the port.
   *
   * @throws HaasException DUPLICATE it has one; BLOCKED the node is held, or the port carries
   *     something or is a trunk
   */
  void plugInto(Port wanted) {
    if (port != null) {
      throw HaasException.duplicate(
          "NIC %s of node %s is on port %s already; detach it first."
              .formatted(label, node.label(), port.name()));
    }
    requireChangeable(wanted);
    if (wanted.role() != PortRole.EDGE) {
      throw HaasException.blocked(
          "Port %s is a trunk between switches; only an EDGE port takes a NIC."
              .formatted(wanted.name()));
    }
    port = wanted;
  }

  /**
   * Records that the cable is gone.
   *
   * @throws HaasException BLOCKED the node is held, or the port carries something
   */
  void unplug() {
    requireChangeable(port);
    port = null;
  }

  private void requireChangeable(Port at) {
    node.requireFree();
    if (at.state() == PortState.FAILED || !at.carriesNothing()) {
      throw HaasException.blocked(
          "Port %s of switch %s is not parked; revert it first."
              .formatted(at.name(), at.owner().label()));
    }
  }

  /**
   * Takes another MAC address: the card was replaced.
   *
   * @throws HaasException BLOCKED the node is held
   */
  void become(MacAddress other) {
    node.requireFree();
    mac = other.value();
  }

  /** The row. */
  public long id() {
    return id;
  }

  /** Its node. */
  public Node node() {
    return node;
  }

  /** Its name on the node. */
  public Label label() {
    return new Label(label);
  }

  /** Its address. */
  public MacAddress mac() {
    return new MacAddress(mac);
  }

  /** The port behind it. */
  public Optional<Port> port() {
    return Optional.ofNullable(port);
  }
}
