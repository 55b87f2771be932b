package org.haas.power;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.haas.node.Node;
import org.haas.operation.InstantConverter;
import org.haas.operation.Operation;
import org.haas.operation.QueueId;
import org.haas.operation.UuidConverter;
import org.haas.project.Project;
import org.haas.spi.BootDevice;

/**
 * Something to ask of a machine's controller. Belongs to the tenure that it was asked in, and is
 * void in any other. It remembers how far it has come, so that what was cut off goes on there.
 */
@Entity
@DiscriminatorValue("power")
public class PowerOperation extends Operation {
  static final String BOOT = "boot_device";
  static final String RELEASE = "release_node";

  @Column(name = "node_id")
  private Long nodeId;

  @Convert(converter = UuidConverter.class)
  private UUID tenure;

  @Column(name = "told_at")
  @Convert(converter = InstantConverter.class)
  private Instant toldAt;

  @Column(name = "off_seen")
  private boolean offSeen;

  /** For JPA. */
  protected PowerOperation() {}

  private PowerOperation(Node of, String action, Request by) {
    super(QueueId.ofNode(of.id()), action, by.person(), by.at());
    nodeId = of.id();
    tenure = of.tenure();
    about(of.label().value(), null);
    by.earlier().ifPresent(this::after);
  }

  /**
   * Who asks.
   *
   * @param holder the project that holds the machine
   * @param earlier what has to end before
   */
  record Request(
      String person, Instant at, Optional<Project> holder, Optional<PowerOperation> earlier) {}

  static PowerOperation power(Node of, PowerAction action, Request by) {
    return new PowerOperation(of, action.operation(), by).held(of, by);
  }

  static PowerOperation boot(Node of, BootDevice device, boolean once, Request by) {
    PowerOperation operation = new PowerOperation(of, BOOT, by).held(of, by);
    operation.booting(device.name(), once);
    return operation;
  }

  /** Shown to the project that gave it back, and does not hold it there. */
  static PowerOperation release(Node of, Request by) {
    PowerOperation operation = new PowerOperation(of, RELEASE, by);
    by.holder().ifPresent(owner -> operation.belongsTo(owner.id(), owner.label().value()));
    return operation;
  }

  private PowerOperation held(Node of, Request by) {
    by.holder().ifPresent(owner -> holds(of.id(), owner.id(), owner.label().value()));
    return this;
  }

  /** What it does, as a word. */
  String name() {
    return action();
  }

  /** The machine; empty when it was forgotten. */
  Optional<Long> nodeId() {
    return Optional.ofNullable(nodeId);
  }

  /** The tenure that it was asked in. */
  UUID tenure() {
    return tenure;
  }

  /** What is asked of the power; empty for a boot device or a release. */
  Optional<PowerAction> power() {
    return PowerAction.ofOperation(action());
  }

  boolean isRelease() {
    return action().equals(RELEASE);
  }

  boolean isBoot() {
    return action().equals(BOOT);
  }

  /** Whether two of these cannot be open at once. */
  boolean isOfTheSort(String other) {
    boolean power = PowerAction.ofOperation(other).isPresent();
    return power ? power().isPresent() : action().equals(other);
  }

  BootDevice device() {
    return BootDevice.valueOf(bootDevice().orElseThrow());
  }

  boolean once() {
    return bootOnce();
  }

  /** Since when the controller knows what is wanted. */
  Optional<Instant> toldAt() {
    return Optional.ofNullable(toldAt);
  }

  /** Whether the machine was seen off since this began. */
  boolean offSeen() {
    return offSeen;
  }

  void told(Instant at) {
    toldAt = at;
  }

  /** Its controller is to be told again. */
  void untold() {
    toldAt = null;
  }

  /** Has come as far as that one, which a worker has. */
  void follow(PowerOperation worked) {
    toldAt = worked.toldAt;
  }

  void seenOff() {
    offSeen = true;
    toldAt = null;
  }
}
