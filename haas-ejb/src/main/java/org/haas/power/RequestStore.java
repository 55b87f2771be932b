package org.haas.power;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.haas.access.Access;
import org.haas.error.ErrorCode;
import org.haas.error.HaasException;
import org.haas.maintenance.MaintenanceStore;
import org.haas.network.ParkingStore;
import org.haas.node.BmcDrivers;
import org.haas.node.BmcStore;
import org.haas.node.Node;
import org.haas.node.NodeState;
import org.haas.node.NodeStore;
import org.haas.node.PowerView;
import org.haas.node.Undoing;
import org.haas.operation.Journal;
import org.haas.operation.OperationState;
import org.haas.project.Project;
import org.haas.spi.BootDevice;
import org.haas.spi.PowerState;

/**
 * What is asked of controllers, written down in the transaction of who asks; the node is locked.
 */
@ApplicationScoped
class RequestStore implements Undoing {
  @PersistenceContext private EntityManager database;
  @Inject private Access access;
  @Inject private BmcStore bmcs;
  @Inject private Journal journal;
  @Inject private PowerStore store;
  @Inject private ReleaseStore releases;
  @Inject private NodeStore nodes;
  @Inject private ParkingStore parking;
  @Inject private MaintenanceStore maintenance;
  @Inject private Endings endings;
  @Inject private SightingStore sightings;
  @Inject private Clock clock;

  /** What is known of the node's power; empty when it has no controller. */
  @Transactional(TxType.MANDATORY)
  Optional<PowerView> power(Node node) {
    List<?> found =
        database
            .createNativeQuery("select state, read_at, error from node_power where node_id = ?1")
            .setParameter(1, node.id())
            .getResultList();
    return found.stream()
        .map(Object[].class::cast)
        .findFirst()
        .map(
            row ->
                new PowerView(
                    PowerState.valueOf((String) row[0]),
                    Optional.ofNullable((java.sql.Timestamp) row[1])
                        .map(java.sql.Timestamp::toInstant),
                    Optional.ofNullable((String) row[2])));
  }

  /** Asks for power. */
  @Transactional(TxType.MANDATORY)
  PowerOperation power(Node node, PowerAction action) {
    return enqueue(node, by -> PowerOperation.power(node, action, by));
  }

  /** Asks for a boot device. */
  @Transactional(TxType.MANDATORY)
  PowerOperation boot(Node node, BootDevice device, boolean once) {
    return enqueue(node, by -> PowerOperation.boot(node, device, once, by));
  }

  private PowerOperation enqueue(Node node, Function<PowerOperation.Request, PowerOperation> made) {
    requireController(node);
    List<PowerOperation> open = open(node);
    PowerOperation operation = made.apply(request(node, open));
    open.stream()
        .filter(other -> operation.isOfTheSort(other.name()))
        .findFirst()
        .ifPresent(other -> refuse(node, other));
    sightings.touched(node.id());
    journal.enqueue(operation);
    database.flush();
    return operation;
  }

  private static void refuse(Node node, PowerOperation open) {
    throw HaasException.blocked(
        "Node %s has an open operation, %s (%s); wait until it is done, or cancel it while it is pending."
            .formatted(node.label(), open.name(), open.uuid()));
  }

  private void requireController(Node node) {
    String type =
        bmcs.type(node.id())
            .orElseThrow(
                () ->
                    HaasException.blocked(
                        "Node %s has no BMC; an administrator has to record one."
                            .formatted(node.label())));
    if (type.equals(BmcDrivers.OBMD) && node.obmEnabled()) {
      throw HaasException.blocked(
          "The OBM of node %s is enabled, so its daemon is used by v0; disable it first."
              .formatted(node.label()));
    }
  }

  private PowerOperation.Request request(Node node, List<PowerOperation> open) {
    return new PowerOperation.Request(
        access.caller().username(),
        clock.instant(),
        node.projectId().map(id -> database.find(Project.class, id)),
        open.stream().max(Comparator.comparing(PowerOperation::id)));
  }

  /** What is open for the node, oldest first. */
  private List<PowerOperation> open(Node node) {
    return database
        .createQuery(
            "select o from PowerOperation o where o.nodeId = :node and o.state in :open order by o.id",
            PowerOperation.class)
        .setParameter("node", node.id())
        .setParameter("open", List.of(OperationState.PENDING, OperationState.RUNNING))
        .getResultList();
  }

  /**
   * A machine without a controller whose ports carry nothing has nothing to undo, unless it has
   * just lost it, or there is a maintenance pool.
   */
  @Override
  public String something() {
    return "exists (select 1 from bmc b where b.node_id = n.id)"
        + " or exists (select 1 from operation o where o.node_id = n.id"
        + " and o.state in ('PENDING', 'RUNNING')) or "
        + String.join(" or ", endings.condition(), ParkingStore.UNPROVEN, MaintenanceStore.AWAITS);
  }

  /**
   * What has not begun is taken back; what has, and an open console, a machine that may have power
   * and a boot device that was chosen are undone by an operation.
   */
  @Override
  @Transactional(TxType.MANDATORY)
  public boolean begin(Node node) {
    List<PowerOperation> running =
        open(node).stream().filter(operation -> !journal.cancel(operation)).toList();
    if (running.isEmpty() && isNothingToUndo(node)) {
      return false;
    }
    running.forEach(journal::hurry);
    releases.enqueue(
        PowerOperation.release(node, request(node, running)), node, !running.isEmpty());
    return true;
  }

  private boolean isNothingToUndo(Node node) {
    PowerStore.Farewell farewell = store.farewell(node.id());
    return !farewell.power()
        && !farewell.boot()
        && endings.awaited(node).isEmpty()
        && !parking.isUnproven(node)
        && !maintenance.awaits(node);
  }

  /** Frees it whatever is left to undo, but not while its console is open. */
  @Transactional(TxType.MANDATORY)
  void free(Node node) {
    if (node.state() != NodeState.RELEASING) {
      throw new HaasException(
          ErrorCode.ILLEGAL_STATE, "Node %s is not being released.".formatted(node.label()));
    }
    endings
        .awaited(node)
        .ifPresent(
            reason -> {
              throw HaasException.blocked(
                  "Node %s cannot be freed yet: %s; try again in some seconds."
                      .formatted(node.label(), reason));
            });
    open(node).forEach(journal::drop);
    database.flush(); // before the node: the database looks at that
    nodes.free(node);
  }
}
