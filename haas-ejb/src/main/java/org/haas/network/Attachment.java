package org.haas.network;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.haas.node.Nic;
import org.haas.spi.Channel;
import org.haas.spi.PortConfig;

/**
 * A NIC on a network. The row is there from the request to connect until a read of the port has
 * shown that the VLAN is gone. It names the node and its project, so that the node cannot change
 * hands meanwhile.
 */
@Entity
@Table(name = "attachment")
public class Attachment {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "nic_id")
  private Nic nic;

  @Column(name = "node_id")
  private long nodeId;

  @Column(name = "project_id")
  private long projectId;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "network_id")
  private Network network;

  private String channel;

  @Enumerated(EnumType.STRING)
  private AttachmentState state;

  /** For JPA. */
  protected Attachment() {}

  /** The NIC shall come on the network. */
  public Attachment(Nic nic, long projectId, Network network, Channel channel) {
    this.nic = nic;
    this.nodeId = nic.node().id();
    this.projectId = projectId;
    this.network = network;
    this.channel = channel.toString();
    this.state = AttachmentState.ATTACHING;
  }

  /** It shall go. */
  void detach() {
    state = AttachmentState.DETACHING;
  }

  /** It shall be there after all. */
  void attach() {
    state = AttachmentState.ATTACHING;
  }

  /** The port was read with it. */
  void attached() {
    if (state == AttachmentState.ATTACHING) {
      state = AttachmentState.ATTACHED;
    }
  }

  /** The port's configuration with this on it, if it is wanted. */
  PortConfig on(PortConfig config) {
    return isWanted() ? config.with(channel(), network.vlan()) : config;
  }

  /** Whether it shall be there. */
  boolean isWanted() {
    return state != AttachmentState.DETACHING;
  }

  /** Whether it is to go, and the port as read does not carry it. */
  boolean isGoneFrom(PortConfig read) {
    return !isWanted() && !read.carries(network.vlan());
  }

  Nic nic() {
    return nic;
  }

  Network network() {
    return network;
  }

  Channel channel() {
    return Channel.parse(channel);
  }

  AttachmentState state() {
    return state;
  }

  long projectId() {
    return projectId;
  }

  long nodeId() {
    return nodeId;
  }
}
