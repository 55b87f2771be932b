package org.haas.network;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.haas.error.HaasException;
import org.haas.spi.Channel;
import org.haas.spi.Label;
import org.haas.spi.VlanId;

/** An isolated layer 2 network: one VLAN, for the projects that may use it. */
@Entity
@Table(name = "network")
public class Network {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private long id;

  private String label;

  @Column(name = "owner_id")
  private Long ownerId;

  private int vlan;

  @Enumerated(EnumType.STRING)
  private Visibility visibility;

  @ElementCollection
  @CollectionTable(name = "network_grant", joinColumns = @JoinColumn(name = "network_id"))
  @Column(name = "project_id")
  private Set<Long> grants = new HashSet<>();

  @Version private int version;

  /** For JPA. */
  protected Network() {}

  /** A network on a VLAN that is its own. */
  public Network(Label label, Optional<Long> ownerId, Visibility visibility, VlanId vlan) {
    this.label = label.value();
    this.ownerId = ownerId.orElse(null);
    this.visibility = visibility;
    this.vlan = vlan.value();
    ownerId.ifPresent(grants::add);
  }

  /** Lets the project use it; false when it may already. */
  boolean grant(long projectId) {
    return grants.add(projectId);
  }

  /** No longer lets the project use it; false when it may not. */
  boolean revoke(long projectId) {
    return grants.remove(projectId);
  }

  /** Whether the project may use it. */
  boolean isUsableBy(long projectId) {
    return visibility == Visibility.PUBLIC || grants.contains(projectId);
  }

  /**
   * Refuses a project that may not use it.
   *
   * @throws HaasException PROJECT_MISMATCH
   */
  void requireUsableBy(long projectId, Label project) {
    if (!isUsableBy(projectId)) {
      throw HaasException.mismatch(
          "Project %s may not use network %s; ask its owner to share it."
              .formatted(project, label));
    }
  }

  /**
   * The channel that was asked for, if it is one of this network's.
   *
   * @throws HaasException BAD_ARGUMENT another VLAN's
   */
  Channel requireLegal(Optional<Channel> wanted) {
    Channel channel = wanted.orElse(Channel.NATIVE);
    if (!channels().contains(channel)) {
      throw HaasException.badArgument(
          "channel",
          "%s is not legal for network %s; use %s or %s."
              .formatted(channel, label, channels().get(0), channels().get(1)));
    }
    return channel;
  }

  /** The channels on which it can be carried. */
  List<Channel> channels() {
    return List.of(Channel.NATIVE, Channel.tagged(vlan()));
  }

  /** The row. */
  public long id() {
    return id;
  }

  /** The name. */
  public Label label() {
    return new Label(label);
  }

  /** The project that made it; empty: the administrators. */
  Optional<Long> ownerId() {
    return Optional.ofNullable(ownerId);
  }

  /** Its VLAN. */
  public VlanId vlan() {
    return new VlanId(vlan);
  }

  Visibility visibility() {
    return visibility;
  }

  Set<Long> grants() {
    return Set.copyOf(grants);
  }
}
