package org.haas.operation;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Something to do to hardware: PENDING, RUNNING, then DONE, ERROR or CANCELLED, for ever. What it
 * leads to is read from the database when it runs, not kept in it: running it twice is dull.
 *
 * <p>It remembers names as text, to be read when the things are gone.
 */
@Entity
@Table(name = "operation")
@Inheritance(strategy = InheritanceType.SINGLE_TABLE)
@DiscriminatorColumn(name = "kind")
public abstract class Operation {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private long id;

  @Convert(converter = UuidConverter.class)
  private UUID uuid;

  private String queue;
  private String action;

  @Enumerated(EnumType.STRING)
  private OperationState state;

  private int attempts;
  private String error;

  @Column(name = "requested_by")
  private String requestedBy;

  @Column(name = "requested_at")
  @Convert(converter = InstantConverter.class)
  private Instant requestedAt;

  @Column(name = "started_at")
  @Convert(converter = InstantConverter.class)
  private Instant startedAt;

  @Column(name = "finished_at")
  @Convert(converter = InstantConverter.class)
  private Instant finishedAt;

  @Column(name = "project_id")
  private Long projectId;

  private String project;
  private String node;
  private String headnode;
  private String nic;
  private String network;
  private String channel;

  @Column(name = "switch")
  private String switchName;

  private String port;
  private String leaving;
  private boolean looks;

  @Column(name = "boot_device")
  private String bootDevice;

  @Column(name = "boot_once")
  private boolean bootOnce;

  @Column(name = "after_id")
  private Long afterId;

  @Column(name = "held_node_id")
  private Long heldNodeId;

  @Column(name = "held_project_id")
  private Long heldProjectId;

  /** For JPA. */
  protected Operation() {}

  /** A pending operation. */
  protected Operation(QueueId queue, String action, String requestedBy, Instant requestedAt) {
    this.uuid = UUID.randomUUID();
    this.queue = queue.toString();
    this.action = action;
    this.state = OperationState.PENDING;
    this.requestedBy = requestedBy;
    this.requestedAt = requestedAt;
  }

  /** Keeps the node in its project while this is open, and shows this to the project. */
  protected void holds(long nodeId, long ownerId, String owner) {
    heldNodeId = nodeId;
    heldProjectId = ownerId;
    belongsTo(ownerId, owner);
  }

  /** Shows this to the project. */
  protected void belongsTo(long ownerId, String owner) {
    projectId = ownerId;
    project = owner;
  }

  /** Who asked. */
  public String requestedBy() {
    return requestedBy;
  }

  /** What a reader needs to know which switch port it is about. */
  protected void at(String atSwitch, String atPort) {
    switchName = atSwitch;
    port = atPort;
  }

  /** What a reader needs to know which NIC it is about. */
  protected void about(String aboutNode, String aboutNic) {
    node = aboutNode;
    nic = aboutNic;
  }

  /** What a reader needs to know which headnode it is about, and which NIC of it. */
  protected void aboutHeadnode(String aboutHeadnode, Optional<String> aboutNic) {
    headnode = aboutHeadnode;
    nic = aboutNic.orElse(null);
  }

  /** What a reader needs to know which network comes or goes, and on which channel. */
  protected void toward(Optional<String> coming, Optional<String> going, String onChannel) {
    network = coming.orElse(null);
    leaving = going.orElse(null);
    channel = onChannel;
  }

  /** What a reader needs to know of what the machine shall boot from. */
  protected void booting(String device, boolean once) {
    bootDevice = device;
    bootOnce = once;
  }

  /** It is not begun before that one has ended. */
  protected void after(Operation earlier) {
    afterId = earlier.id();
  }

  /** Nothing is written: it is done even while HaaS only observes. */
  protected void onlyLooks() {
    looks = true;
  }

  void start(Instant now) {
    state = OperationState.RUNNING;
    if (startedAt == null) {
      startedAt = now;
    }
  }

  void finish(OperationState end, Instant now) {
    state = end;
    finishedAt = now;
    heldNodeId = null;
    heldProjectId = null;
    if (end != OperationState.ERROR) {
      error = null;
    }
  }

  /** One more failure; it stays open, to be tried again. */
  void failed(String words) {
    attempts++;
    error = words;
    state = OperationState.PENDING;
  }

  /** It stays open, and says why. */
  void waitsFor(String reason) {
    error = reason;
  }

  /** The row. */
  public long id() {
    return id;
  }

  /** The public name. */
  public UUID uuid() {
    return uuid;
  }

  /** The queue that it waits in. */
  public QueueId queue() {
    return QueueId.parse(queue);
  }

  /** Where it stands. */
  public OperationState state() {
    return state;
  }

  /** How often it failed. */
  public int attempts() {
    return attempts;
  }

  /** The project that it is shown to. */
  public Optional<Long> projectId() {
    return Optional.ofNullable(projectId);
  }

  /** The name of the node that it is about. */
  public Optional<String> node() {
    return Optional.ofNullable(node);
  }

  /** The row of the operation that has to end before this begins. */
  public Optional<Long> afterId() {
    return Optional.ofNullable(afterId);
  }

  /** What the machine shall boot from. */
  protected Optional<String> bootDevice() {
    return Optional.ofNullable(bootDevice);
  }

  /** Whether for the next start only. */
  protected boolean bootOnce() {
    return bootOnce;
  }

  /** Whether nothing is written. */
  boolean looks() {
    return looks;
  }

  /** What is done. */
  protected String action() {
    return action;
  }

  @Override
  public String toString() {
    String thing = node == null ? headnode : node;
    String what = thing == null ? queue : thing;
    return "%s of %s".formatted(action, port == null ? what : switchName + " " + port);
  }

  /** The NIC that it is about, in words for everybody who may see it. */
  public String subject() {
    return "NIC %s of node %s".formatted(nic, node);
  }

  private String withoutHardware(String words) {
    return PlainWords.of(words, Optional.ofNullable(switchName), Optional.ofNullable(port));
  }

  /**
   * As its project sees it.
   *
   * @param withHardware also switch and port
   */
  public OperationView view(boolean withHardware) {
    return new OperationView(
        uuid,
        action,
        state,
        Optional.ofNullable(project),
        Optional.ofNullable(node),
        Optional.ofNullable(headnode),
        Optional.ofNullable(nic),
        Optional.ofNullable(network),
        Optional.ofNullable(leaving),
        Optional.ofNullable(channel),
        bootDevice()
            .map(device -> device.toLowerCase(Locale.ROOT))
            .map(device -> bootOnce ? device + " once" : device),
        attempts,
        Optional.ofNullable(error).map(words -> withHardware ? words : withoutHardware(words)),
        requestedBy,
        requestedAt,
        Optional.ofNullable(startedAt),
        Optional.ofNullable(finishedAt),
        Optional.ofNullable(switchName).filter(name -> withHardware),
        Optional.ofNullable(port).filter(name -> withHardware));
  }
}
