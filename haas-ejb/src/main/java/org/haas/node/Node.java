package org.haas.node;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.haas.error.ErrorCode;
import org.haas.error.HaasException;
import org.haas.operation.UuidConverter;
import org.haas.page.Row;
import org.haas.spi.Label;

/**
 * A machine. FREE until a project reserves it; then only that project's. Its tenure changes at
 * every reserve and release: what belongs to one tenure is never seen in the next.
 */
@Entity
@Table(name = "node")
@NamedQuery(
    name = Node.LOCKED, // by name it is translated into SQL once, not each time
    query = "select n from Node n where n.label = :label",
    lockMode = LockModeType.PESSIMISTIC_WRITE)
public class Node {
  static final String LOCKED = "Node.locked";

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private long id;

  private String label;

  @Enumerated(EnumType.STRING)
  private NodeState state;

  @Column(name = "project_id")
  private Long projectId;

  @Convert(converter = UuidConverter.class)
  private UUID tenure;

  @Column(name = "obm_enabled")
  private boolean obmEnabled;

  @Version private int version;

  /** For JPA. */
  protected Node() {}

  /** A free machine. */
  public Node(Label label) {
    this.label = label.value();
    this.state = NodeState.FREE;
    this.tenure = UUID.randomUUID();
  }

  /** As a row says, of id, label, state, project, tenure and OBM; JPA does not know this one. */
  Node(Row row) throws SQLException {
    id = row.number(1);
    label = row.text(2);
    state = NodeState.valueOf(row.text(3));
    projectId = row.optional(4).map(Long::valueOf).orElse(null);
    tenure = UUID.fromString(row.text(5));
    obmEnabled = row.flag(6);
  }

  /**
   * Gives it to the project.
   *
   * @param owner the project's id
   * @throws HaasException BLOCKED it is not free
   */
  public void reserveFor(long owner) {
    requireReservable();
    state = NodeState.RESERVED;
    projectId = owner;
    tenure = UUID.randomUUID();
  }

  /**
   * Refuses unless a project may have it.
   *
   * @throws HaasException BLOCKED it is not free
   */
  void requireReservable() {
    if (state != NodeState.FREE) {
      throw HaasException.blocked(
          "Node %s is not free; choose another, or wait until it is released.".formatted(label));
    }
  }

  /**
   * Frees it.
   *
   * @throws HaasException BLOCKED it is not reserved, or its OBM is enabled
   */
  public void release() {
    requireReleasable();
    beFree();
  }

  /**
   * Refuses unless its project may give it back.
   *
   * @throws HaasException BLOCKED it is not reserved, or its OBM is enabled
   */
  void requireReleasable() {
    if (!isUsed()) {
      throw HaasException.blocked("Node %s is not reserved.".formatted(label));
    }
    if (obmEnabled) {
      throw HaasException.blocked(
          "The OBM of node %s is enabled; disable it before the release.".formatted(label));
    }
  }

  /** Its project has given it back, and something has to be undone before it is free. */
  void leave() {
    requireReleasable();
    state = NodeState.RELEASING;
  }

  /** Whether a project may use it now: its own, or the one of maintenance. */
  public boolean isUsed() {
    return state == NodeState.RESERVED || state == NodeState.MAINTENANCE;
  }

  /**
   * Refuses what only a project's node can do.
   *
   * @throws HaasException PROJECT_MISMATCH no project may use it
   */
  public void requireReserved() {
    if (!isUsed()) {
      throw HaasException.mismatch(
          "Node %s is not reserved; reserve it for your project first.".formatted(label));
    }
  }

  /** Nothing is left to undo. */
  void freed() {
    requireReleasing();
    beFree();
  }

  /** Nothing is left to undo; before it is free, that project looks after it. */
  void handedOver(long caretaker) {
    requireReleasing();
    state = NodeState.MAINTENANCE;
    projectId = caretaker;
    tenure = UUID.randomUUID();
  }

  private void requireReleasing() {
    if (state != NodeState.RELEASING) {
      throw new IllegalStateException("node " + label + " is " + state);
    }
  }

  /**
   * Refuses unless it is in maintenance.
   *
   * @throws HaasException ILLEGAL_STATE
   */
  void requireInMaintenance() {
    if (state != NodeState.MAINTENANCE) {
      throw new HaasException(
          ErrorCode.ILLEGAL_STATE, "Node %s is not in maintenance.".formatted(label));
    }
  }

  private void beFree() {
    state = NodeState.FREE;
    projectId = null;
    tenure = UUID.randomUUID();
  }

  /**
   * Refuses while it is on its way to be free.
   *
   * @throws HaasException BLOCKED
   */
  public void requireNotReleasing() {
    if (state == NodeState.RELEASING) {
      throw HaasException.blocked(
          "Node %s was given back and is not free yet; wait until it is.".formatted(label));
    }
  }

  /**
   * Refuses unless it is free.
   *
   * @throws HaasException BLOCKED
   */
  public void requireFree() {
    requireNotReleasing();
    if (state != NodeState.FREE) {
      throw HaasException.blocked(
          "Node %s is held by a project; it has to be released first.".formatted(label));
    }
  }

  /** Switches HIL's v0 power calls on or off. */
  public void enableObm(boolean enabled) {
    obmEnabled = enabled;
  }

  /** The row. */
  public long id() {
    return id;
  }

  /** The name. */
  public Label label() {
    return new Label(label);
  }

  /** Where it stands. */
  public NodeState state() {
    return state;
  }

  /** The project that holds it. */
  public Optional<Long> projectId() {
    return Optional.ofNullable(projectId);
  }

  /** Whether HIL's v0 power calls are switched on. */
  public boolean obmEnabled() {
    return obmEnabled;
  }

  /** Changes whenever the machine changes hands: nothing of one is seen in the next. */
  public UUID tenure() {
    return tenure;
  }
}
