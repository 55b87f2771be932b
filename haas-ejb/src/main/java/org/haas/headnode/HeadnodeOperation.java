package org.haas.headnode;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.Optional;
import org.haas.operation.InstantConverter;
import org.haas.operation.Operation;
import org.haas.operation.QueueId;
import org.haas.project.Project;
import org.haas.spi.Label;

/** Something to do on a hypervisor: to a headnode, to one of its NICs, or to look at all of it. */
@Entity
@DiscriminatorValue("headnode")
public class HeadnodeOperation extends Operation {
  @Column(name = "headnode_id")
  private Long headnodeId;

  @Column(name = "hnic_id")
  private Long hnicId;

  @Column(name = "told_at")
  @Convert(converter = InstantConverter.class)
  private Instant toldAt;

  /** For JPA. */
  protected HeadnodeOperation() {}

  private HeadnodeOperation(QueueId queue, HeadnodeAction action, Request by) {
    super(queue, action.operation(), by.person(), by.at());
  }

  /** Who asks, and when. */
  record Request(String person, Instant at) {}

  static HeadnodeOperation of(Headnode headnode, Project owner, HeadnodeAction action, Request by) {
    HeadnodeOperation made = new HeadnodeOperation(headnode.queue(), action, by);
    made.headnodeId = headnode.id();
    made.aboutHeadnode(headnode.label().value(), Optional.empty());
    made.belongsTo(owner.id(), owner.label().value());
    return made;
  }

  /**
   * Of one NIC.
   *
   * @param coming the network that it comes to
   * @param going the network that it leaves
   */
  static HeadnodeOperation of(
      Hnic nic, Project owner, Optional<Label> coming, Optional<Label> going, Request by) {
    HeadnodeAction action = nic.isLeaving() ? HeadnodeAction.UNPLUG : HeadnodeAction.PLUG;
    HeadnodeOperation made = of(nic.headnode(), owner, action, by);
    made.hnicId = nic.id();
    made.aboutHeadnode(nic.headnode().label().value(), Optional.of(nic.label().value()));
    made.toward(coming.map(Label::value), going.map(Label::value), null);
    return made;
  }

  /** Of a hypervisor, whatever is open there. */
  static HeadnodeOperation check(Hypervisor hypervisor, Request by) {
    HeadnodeOperation made = new HeadnodeOperation(hypervisor.queue(), HeadnodeAction.CHECK, by);
    made.onlyLooks();
    return made;
  }

  /** It is begun when that one has ended. */
  HeadnodeOperation following(Optional<HeadnodeOperation> earlier) {
    earlier.ifPresent(this::after);
    return this;
  }

  HeadnodeAction what() {
    return HeadnodeAction.ofOperation(action());
  }

  /** The headnode; empty when it is gone, or this is of none. */
  Optional<Long> headnodeId() {
    return Optional.ofNullable(headnodeId);
  }

  /** The NIC; empty when it is gone, or this is of none. */
  Optional<Long> hnicId() {
    return Optional.ofNullable(hnicId);
  }

  /** Since when it is waited that the machine is up, or down. */
  Optional<Instant> toldAt() {
    return Optional.ofNullable(toldAt);
  }

  void told(Instant at) {
    toldAt = at;
  }
}
