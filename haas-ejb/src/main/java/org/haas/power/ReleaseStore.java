package org.haas.power;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.haas.config.HaasConfig;
import org.haas.error.Retried;
import org.haas.maintenance.MaintenanceStore;
import org.haas.network.ParkingStore;
import org.haas.node.Node;
import org.haas.node.NodeState;
import org.haas.node.NodeStore;
import org.haas.operation.Claim;
import org.haas.operation.Journal;
import org.haas.operation.QueueId;
import org.haas.operation.QueueStore;
import org.haas.operation.StepStore;
import org.haas.page.Sql;
import org.haas.page.Tables;
import org.haas.spi.BmcDriver.BmcSession;
import org.haas.spi.Label;
import org.haas.spi.PowerState;

/**
 * The steps of releases in the database: which there are, how far they have come, and the last one,
 * by which the machine leaves its project. Each transaction that completes something holds the
 * queue under the worker's claim.
 */
@ApplicationScoped
class ReleaseStore {
  @PersistenceContext private EntityManager database;
  @Inject private Tables tables;
  @Inject private QueueStore queues;
  @Inject private Journal journal;
  @Inject private StepStore steps;
  @Inject private NodeStore nodes;
  @Inject private SightingStore sightings;
  @Inject private ParkingStore parking;
  @Inject private MaintenanceStore maintenance;
  @Inject private Endings endings;
  @Inject private HaasConfig config;
  @Inject @Any private Instance<SeenOff> seenOffs;

  /** Writes the release down with its steps; the node is locked. */
  @Transactional(TxType.MANDATORY)
  void enqueue(PowerOperation release, Node node, boolean runs) {
    queues.open(QueueId.ofNode(node.id())); // a machine without a controller has none yet
    journal.enqueue(release);
    database.flush();
    steps.plan(release, plan(node, runs).stream().map(ReleaseStep::word).toList());
  }

  private List<ReleaseStep> plan(Node node, boolean runs) {
    List<ReleaseStep> plan = new ArrayList<>();
    plan.add(ReleaseStep.CONSOLES);
    Sql controller =
        new Sql("select b.type <> 'obmd' or w.touched or ? from bmc b join node_power w", runs)
            .add("on w.node_id = b.node_id where b.node_id = ?", node.id());
    List<Boolean> known = tables.rows(controller, row -> row.flag(1));
    if (known.contains(true) && config.releasePowerOff()) {
      plan.add(ReleaseStep.POWER);
    }
    if (!known.isEmpty()) {
      plan.add(ReleaseStep.BOOT);
    }
    if (parking.ports(node) > 0) {
      plan.add(ReleaseStep.PORTS);
    }
    plan.add(maintenance.awaits(node) ? ReleaseStep.MAINTENANCE : ReleaseStep.FREE);
    return plan;
  }

  /** The steps that are left. */
  @Transactional
  List<ReleaseStep> left(PowerOperation release) {
    return steps.left(release).stream().map(ReleaseStep::of).toList();
  }

  /** The step begins; false when the release was taken back meanwhile. */
  @Retried
  @Transactional(TxType.REQUIRES_NEW)
  boolean begin(Claim claim, PowerOperation release, ReleaseStep step) {
    queues.lock(claim);
    if (isOpen(release)) {
      steps.begin(release, step.word());
      sightings.told(claim.queue().target());
      return true;
    }
    return false;
  }

  /** The step is done, and that was seen. */
  @Retried
  @Transactional(TxType.REQUIRES_NEW)
  void passed(Claim claim, PowerOperation release, ReleaseStep step, String found) {
    queues.lock(claim);
    pass(release, step, found);
  }

  private void pass(PowerOperation release, ReleaseStep step, String found) {
    if (isOpen(release)) {
      steps.done(release, step.word(), found);
    }
  }

  /** Whether nothing goes on in the tenure; else the release of the node waits and says why. */
  @Retried
  @Transactional(TxType.REQUIRES_NEW)
  boolean isTenureOver(Claim claim, PowerOperation release, Duration lookAgain) {
    queues.lock(claim);
    Optional<String> reason = nodes.findLocked(claim.queue().target()).flatMap(endings::awaited);
    if (reason.isEmpty()) {
      pass(release, ReleaseStep.CONSOLES, "No console was open.");
    } else if (isOpen(release)) {
      waits(claim, release, reason.get(), lookAgain);
    }
    return reason.isEmpty();
  }

  private void waits(Claim claim, PowerOperation release, String reason, Duration lookAgain) {
    String words = "The machine is not free yet: %s.".formatted(reason);
    steps.waits(release, words);
    journal.waits(release, words, lookAgain);
    sightings.told(claim.queue().target());
  }

  /** Tells whoever tidies up at the controller of a machine that is given back; no transaction. */
  void tellSeenOff(long nodeId, BmcSession session) {
    seenOffs.forEach(each -> each.seenOff(nodeId, session));
  }

  /** The machine was seen off. */
  @Retried
  @Transactional(TxType.REQUIRES_NEW)
  void off(Claim claim, PowerOperation release) {
    queues.lock(claim);
    sightings.seen(claim.queue().target(), PowerState.OFF);
    pass(release, ReleaseStep.POWER, "The BMC was told, and then said OFF.");
    if (isOpen(release)) {
      database.find(PowerOperation.class, release.id()).follow(release);
    }
  }

  /** Whether the tenure chose what the machine boots from. */
  @Transactional
  boolean isBootChosen(long nodeId) {
    return tables
        .rows(
            new Sql("select booting from node_power where node_id = ?", nodeId), row -> row.flag(1))
        .contains(true);
  }

  /** Whether all ports were read as parked; those that were not are asked to be read. */
  @Retried
  @Transactional(TxType.REQUIRES_NEW)
  boolean arePortsParked(Claim claim, PowerOperation release) {
    queues.lock(claim);
    Node node = nodes.findLocked(claim.queue().target()).orElseThrow();
    if (!parking.unread(node, release).isEmpty()) {
      return false;
    }
    pass(release, ReleaseStep.PORTS, ports(parking.ports(node)));
    return true;
  }

  private static String ports(long count) {
    return count == 1
        ? "Its port was read, and carries nothing."
        : "%d ports were read, and carry nothing.".formatted(count);
  }

  /** The release waits for ports, and says which. */
  @Retried
  @Transactional(TxType.REQUIRES_NEW)
  void portsWait(Claim claim, PowerOperation release, Duration lookAgain) {
    queues.lock(claim);
    Node node = nodes.findLocked(claim.queue().target()).orElseThrow();
    List<Label> unread = parking.unread(node, release);
    if (isOpen(release)) {
      String nics = unread.stream().map(Label::toString).collect(Collectors.joining(", "));
      String reason = "the switch has not said yet that nothing comes to NIC %s".formatted(nics);
      waits(claim, release, unread.isEmpty() ? "its ports are being read" : reason, lookAgain);
    }
  }

  /** Whether the machine is free only when it was seen off. */
  @Transactional
  boolean isToBeOff(PowerOperation release) {
    Sql planned =
        new Sql("select 1 from operation_step where operation_id = ?", release.id())
            .add("and name = ?", ReleaseStep.POWER.word());
    return !tables.rows(planned, row -> row.number(1)).isEmpty();
  }

  /**
   * Everything is undone: the node leaves its project. Not when something was found at a port
   * meanwhile; then the ports are read again.
   */
  @Retried
  @Transactional(TxType.REQUIRES_NEW)
  boolean finish(Claim claim, PowerOperation release, ReleaseStep last, Optional<PowerState> seen) {
    queues.lock(claim);
    Node node = nodes.findLocked(claim.queue().target()).orElseThrow();
    if (!isOpen(release) || node.state() != NodeState.RELEASING) {
      return false;
    }
    if (parking.isUnproven(node)) {
      steps.again(release, ReleaseStep.PORTS.word());
      journal.hurry(release);
      return false;
    }
    seen.ifPresent(state -> sightings.seen(node.id(), state));
    leave(release, node, last);
    return true;
  }

  private void leave(PowerOperation release, Node node, ReleaseStep last) {
    boolean pool = last == ReleaseStep.MAINTENANCE;
    pass(release, last, pool ? "The machine was handed to maintenance." : "The machine is free.");
    journal.done(release);
    database.flush();
    sightings.forgetTenure(node.id());
    if (!pool || !maintenance.take(node, release.requestedBy())) {
      nodes.free(node);
    }
  }

  /** The step that was being done failed, with the controller's words. */
  @Transactional(TxType.MANDATORY)
  void failed(PowerOperation release, String words) {
    steps.failed(release, words);
  }

  private boolean isOpen(PowerOperation release) {
    PowerOperation own = database.find(PowerOperation.class, release.id());
    return own != null && own.state().isOpen();
  }
}
