package org.haas.switches;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.Optional;
import org.haas.operation.Operation;
import org.haas.operation.QueueId;
import org.haas.spi.VlanId;

/**
 * Bring a port to what the database says it shall be, or make a switch forget a VLAN. One mechanism
 * for connect, detach, revert and the parking of a new port: they differ in what they changed in
 * the database, not in what is done to the switch.
 */
@Entity
@DiscriminatorValue("switch")
public class SwitchOperation extends Operation {
  @Column(name = "port_id")
  private Long portId;

  @Column(name = "nic_id")
  private Long nicId;

  private Integer vlan;

  /** For JPA. */
  protected SwitchOperation() {}

  private SwitchOperation(QueueId queue, String action, String requestedBy, Instant now) {
    super(queue, action, requestedBy, now);
  }

  /** Park and read a port that was just registered. */
  static SwitchOperation park(Port port, String requestedBy, Instant now) {
    return of(port, "park_port", requestedBy, now);
  }

  /** Read a port, and bring it to what it shall be: the switch was changed. */
  static SwitchOperation read(Port port, String requestedBy, Instant now) {
    return of(port, "read_port", requestedBy, now);
  }

  /** Make the switch forget a VLAN that no network uses any more. */
  public static SwitchOperation retire(Switch of, VlanId vlan, String requestedBy, Instant now) {
    SwitchOperation operation = new SwitchOperation(of.queue(), "retire_vlan", requestedBy, now);
    operation.vlan = vlan.value();
    operation.at(of.label().value(), null);
    return operation;
  }

  /** A network comes or goes at the port of this NIC. */
  public static SwitchOperation modify(
      Port port, Subject subject, String requestedBy, Instant now) {
    return of(port, "modify_port", requestedBy, now).about(subject);
  }

  /** Everything goes from the port of this NIC. */
  public static SwitchOperation revert(
      Port port, Subject subject, String requestedBy, Instant now) {
    return of(port, "revert_port", requestedBy, now).about(subject);
  }

  /**
   * The NIC that it is for.
   *
   * @param nodeId the node, and {@code projectId} the project that holds it, if one does
   * @param network the network that comes; empty when one goes
   * @param channel where, as text; empty for a revert
   */
  public record Subject(
      long nicId,
      String nic,
      long nodeId,
      String node,
      Optional<Long> projectId,
      Optional<String> project,
      Optional<String> network,
      String channel) {}

  private static SwitchOperation of(Port port, String action, String requestedBy, Instant now) {
    SwitchOperation operation = new SwitchOperation(port.owner().queue(), action, requestedBy, now);
    operation.portId = port.id();
    operation.at(port.owner().label().value(), port.name().value());
    return operation;
  }

  private SwitchOperation about(Subject subject) {
    nicId = subject.nicId();
    about(subject.node(), subject.nic());
    toward(subject.network(), subject.channel());
    subject.projectId().ifPresent(id -> holds(subject.nodeId(), id, subject.project().orElse("")));
    return this;
  }

  /** The port to bring to its state; empty when it was deleted, or for {@link #vlan()}. */
  public Optional<Long> portId() {
    return Optional.ofNullable(portId);
  }

  /** The NIC behind that port. */
  public Optional<Long> nicId() {
    return Optional.ofNullable(nicId);
  }

  /** The VLAN to forget. */
  public Optional<VlanId> vlan() {
    return Optional.ofNullable(vlan).map(VlanId::new);
  }
}
