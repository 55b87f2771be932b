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
  private static final String CHECK = "check_switch";
  private static final String RECHECK = "recheck_switch";

  @Column(name = "port_id")
  private Long portId;

  @Column(name = "nic_id")
  private Long nicId;

  private Integer vlan;

  @Column(name = "change_set_id")
  private Long changeSetId;

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
  public static SwitchOperation read(Port port, String requestedBy, Instant now) {
    return of(port, "read_port", requestedBy, now);
  }

  /** Make the switch forget a VLAN that no network uses any more. */
  public static SwitchOperation retire(Switch of, VlanId vlan, String requestedBy, Instant now) {
    SwitchOperation operation = new SwitchOperation(of.queue(), "retire_vlan", requestedBy, now);
    operation.vlan = vlan.value();
    operation.at(of.label().value(), null);
    return operation;
  }

  /**
   * Read all ports of a switch, slice by slice, and remember which differ from what they shall be.
   *
   * @param mend whether each that differs is then asked to be put right
   */
  public static SwitchOperation check(Switch of, boolean mend, String requestedBy, Instant now) {
    SwitchOperation operation =
        new SwitchOperation(of.queue(), mend ? RECHECK : CHECK, requestedBy, now);
    operation.at(of.label().value(), null);
    operation.onlyLooks();
    return operation;
  }

  /** A network comes or goes at the port of this NIC. */
  public static SwitchOperation modify(
      Port port, Subject subject, String requestedBy, Instant now) {
    return of(port, "modify_port", requestedBy, now).about(subject);
  }

  /** A NIC of a change-set gets what the change-set gives it; decided with the others of it. */
  public static SwitchOperation modify(
      Port port, Subject subject, long changeSetId, String requestedBy, Instant now) {
    SwitchOperation operation = modify(port, subject, requestedBy, now);
    operation.changeSetId = changeSetId;
    return operation;
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
   * @param coming the network that comes, and {@code going} the one that goes
   * @param channel where, as text; empty for a revert
   */
  public record Subject(
      long nicId,
      String nic,
      long nodeId,
      String node,
      Optional<Long> projectId,
      Optional<String> project,
      Optional<String> coming,
      Optional<String> going,
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
    toward(subject.coming(), subject.going(), subject.channel());
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

  /** The row of the change-set that it is a part of: it ends when that is decided. */
  public Optional<Long> changeSetId() {
    return Optional.ofNullable(changeSetId);
  }

  /** Whether all ports are to be read, and nothing else. */
  public boolean isCheck() {
    return action().equals(CHECK) || mends();
  }

  /** Whether what differs is to be put right. */
  public boolean mends() {
    return action().equals(RECHECK);
  }

  /** The VLAN to forget. */
  public Optional<VlanId> vlan() {
    return Optional.ofNullable(vlan).map(VlanId::new);
  }
}
