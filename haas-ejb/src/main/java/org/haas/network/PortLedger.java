package org.haas.network;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.haas.error.ErrorCode;
import org.haas.error.HaasException;
import org.haas.error.Retried;
import org.haas.node.Nic;
import org.haas.operation.Claim;
import org.haas.operation.Journal;
import org.haas.operation.OperationState;
import org.haas.operation.QueueStore;
import org.haas.operation.UpkeepStore;
import org.haas.project.Project;
import org.haas.spi.PortConfig;
import org.haas.spi.PortName;
import org.haas.spi.VlanId;
import org.haas.switches.Port;
import org.haas.switches.PortRole;
import org.haas.switches.PortState;
import org.haas.switches.Switch;
import org.haas.switches.SwitchOperation;

/**
 * The short transactions around a visit to a switch: what its ports shall be, what was seen, what
 * became of the operations. Each that completes something holds the queue under the worker's claim.
 */
@ApplicationScoped
class PortLedger {
  private static final String ITSELF = "haas";

  @PersistenceContext private EntityManager database;
  @Inject private NetworkStore networks;
  @Inject private VlanAllocation vlans;
  @Inject private QueueStore queues;
  @Inject private UpkeepStore upkeep;
  @Inject private Decisions decisions;
  @Inject private Journal journal;
  @Inject private Clock clock;

  /** What the ports shall be; a port that was deleted meanwhile is left out. */
  @Transactional
  List<PortWork> works(Collection<Long> portIds) {
    if (portIds.isEmpty()) {
      return List.of();
    }
    Map<Long, Nic> nics = nicsAt(portIds);
    Map<Long, List<Attachment>> attachments =
        networks.ofNics(nics.values().stream().map(Nic::id).toList()).stream()
            .collect(Collectors.groupingBy(attachment -> attachment.nic().id()));
    return ports(portIds).stream()
        .map(
            port -> {
              Optional<Nic> nic = Optional.ofNullable(nics.get(port.id()));
              List<Attachment> on =
                  nic.map(n -> attachments.getOrDefault(n.id(), List.of())).orElse(List.of());
              return new PortWork(
                  port.id(), port.name(), port.role(), port.state() == PortState.NEW, desired(on));
            })
        .toList();
  }

  /** The names of all ports of the switch that HaaS writes. */
  @Transactional
  List<PortName> edgePorts(long switchId) {
    return database
        .createQuery(
            "select p from Port p where p.owner.id = :owner and p.role = :edge order by p.id",
            Port.class)
        .setParameter("owner", switchId)
        .setParameter("edge", PortRole.EDGE)
        .getResultStream()
        .map(Port::name)
        .toList();
  }

  /** Remembers, before the first line is sent, what the switch may know and must save. */
  @Retried
  @Transactional(TxType.REQUIRES_NEW)
  void beforeWrite(Claim claim, Set<VlanId> coming) {
    upkeep.dirty(claim);
    vlans.carried(claim.queue().target(), coming);
  }

  /**
   * The ports were read as that, and that is right: attachments arrive and go, operations are done.
   *
   * @param read by the port's row
   */
  @Retried
  @Transactional(TxType.REQUIRES_NEW)
  void settle(Claim claim, Map<Long, PortConfig> read, Collection<SwitchOperation> operations) {
    queues.lock(claim);
    Collection<ChangeSetStore.Standing> sets = decisions.lock(operations);
    ports(read.keySet()).forEach(port -> port.verified(read.get(port.id()), clock.instant()));
    database.flush(); // ports before operations, as everywhere: EclipseLink has its own order
    Map<Long, List<Attachment>> there =
        networks.ofNics(nicsAt(read.keySet()).values().stream().map(Nic::id).toList()).stream()
            .collect(Collectors.groupingBy(on -> on.nic().port().orElseThrow().id()));
    Set<Long> waiting = waiting(sets, read, there, operations);
    there.forEach(
        (port, on) -> {
          if (!waiting.contains(port)) {
            on.forEach(attachment -> settle(attachment, read.get(port)));
          }
        });
    operations.stream().filter(one -> one.changeSetId().isEmpty()).forEach(journal::done);
  }

  /** The ports whose change-sets are not decided, or were decided while they were written. */
  private Set<Long> waiting(
      Collection<ChangeSetStore.Standing> sets,
      Map<Long, PortConfig> read,
      Map<Long, List<Attachment>> there,
      Collection<SwitchOperation> operations) {
    Map<Boolean, List<SwitchOperation>> parts =
        operations.stream()
            .filter(one -> one.changeSetId().isPresent())
            .collect(
                Collectors.partitioningBy(
                    one -> {
                      long port = one.portId().orElseThrow();
                      return read.get(port).equals(desired(there.getOrDefault(port, List.of())));
                    }));
    Set<Long> waiting = new HashSet<>(portsOf(parts.get(true)));
    waiting.removeAll(portsOf(decisions.arrived(sets, parts.get(true))));
    waiting.addAll(portsOf(parts.get(false)));
    journal.hurry(parts.get(false));
    return waiting;
  }

  private static Set<Long> portsOf(Collection<SwitchOperation> of) {
    return of.stream().map(one -> one.portId().orElseThrow()).collect(Collectors.toSet());
  }

  /**
   * Remembers what was read at the ports of change-sets before the first line is sent to them.
   *
   * @param read by the port's row
   */
  @Retried
  @Transactional(TxType.REQUIRES_NEW)
  void found(Collection<SwitchOperation> parts, Map<Long, PortConfig> read) {
    decisions.found(parts, read);
  }

  private void settle(Attachment attachment, PortConfig read) {
    if (attachment.isGoneFrom(read)) {
      database.remove(attachment);
    } else if (read.carries(attachment.network().vlan())) {
      attachment.attached();
    }
  }

  /** The switch has forgotten the VLAN. */
  @Retried
  @Transactional(TxType.REQUIRES_NEW)
  void retired(Claim claim, SwitchOperation operation, VlanId vlan) {
    queues.lock(claim);
    vlans.retired(claim.queue().target(), vlan);
    journal.done(operation);
  }

  /** The operations failed, with the switch's words. After its last try a connect is undone. */
  @Retried
  @Transactional(TxType.REQUIRES_NEW)
  void failed(Claim claim, Collection<SwitchOperation> operations, String words) {
    queues.lock(claim);
    decisions.failed(decisions.lock(operations), operations, words);
    for (SwitchOperation operation : operations) {
      if (operation.changeSetId().isPresent()) {
        continue;
      }
      if (journal.failed(operation, words) == OperationState.ERROR) {
        operation.portId().ifPresent(id -> database.find(Port.class, id).unusable());
        database.flush();
        arriving(operation).forEach(this::takeBack);
      }
    }
  }

  /** A cancelled request is answered by the opposite one: what was to come goes, and vice versa. */
  @Transactional(TxType.MANDATORY)
  void cancelled(SwitchOperation operation) {
    if (operation.changeSetId().isPresent()) {
      throw new HaasException(
          ErrorCode.ILLEGAL_STATE,
          "Operation %s is a part of a change-set; cancel that as a whole."
              .formatted(operation.uuid()));
    }
    database.flush();
    List<Attachment> arriving = arriving(operation);
    arriving.forEach(this::takeBack);
    if (arriving.isEmpty()) {
      operation.nicId().map(nic -> networks.ofNics(List.of(nic))).orElse(List.of()).stream()
          .filter(attachment -> !attachment.isWanted())
          .forEach(this::putBack);
    }
  }

  private List<Attachment> arriving(SwitchOperation operation) {
    return operation.nicId().map(nic -> networks.ofNics(List.of(nic))).orElse(List.of()).stream()
        .filter(attachment -> attachment.state() == AttachmentState.ATTACHING)
        .toList();
  }

  private void takeBack(Attachment attachment) {
    attachment.detach();
    converge(attachment);
  }

  private void putBack(Attachment attachment) {
    attachment.attach();
    converge(attachment);
  }

  /**
   * Asks once more for what is to go from the switch and whose operation ended in ERROR: one
   * network of each NIC, whose port it brings to its whole wanted state.
   */
  @Transactional(TxType.MANDATORY)
  void detachAgain(long switchId) {
    List<Long> nodes = left(switchId).stream().map(Attachment::nodeId).distinct().sorted().toList();
    if (nodes.isEmpty()) {
      return;
    }
    database
        .createNativeQuery(
            "select id from node where id in (%s) order by id for update"
                .formatted(nodes.stream().map(String::valueOf).collect(Collectors.joining(","))))
        .getResultList();
    left(switchId).stream()
        .collect(Collectors.toMap(left -> left.nic().id(), left -> left, (one, more) -> one))
        .values()
        .forEach(this::converge);
  }

  private List<Attachment> left(long switchId) {
    return database
        .createQuery(
            "select a from Attachment a join fetch a.network join fetch a.nic c join c.port p"
                + " where p.owner.id = :owner and a.state = :going and not exists (select o.id"
                + " from SwitchOperation o where o.nicId = c.id and o.state in :open) order by a.id",
            Attachment.class)
        .setParameter("owner", switchId)
        .setParameter("going", AttachmentState.DETACHING)
        .setParameter("open", List.of(OperationState.PENDING, OperationState.RUNNING))
        .getResultList();
  }

  private void converge(Attachment attachment) {
    database.flush();
    Optional<String> name = Optional.of(attachment.network().label().value());
    boolean comes = attachment.isWanted();
    Nic nic = attachment.nic();
    Project owner = database.find(Project.class, attachment.projectId());
    journal.enqueue(
        SwitchOperation.modify(
            nic.port().orElseThrow(),
            new SwitchOperation.Subject(
                nic.id(),
                nic.label().value(),
                nic.node().id(),
                nic.node().label().value(),
                Optional.of(owner.id()),
                Optional.of(owner.label().value()),
                name.filter(network -> comes),
                name.filter(network -> !comes),
                attachment.channel().toString()),
            ITSELF,
            clock.instant()));
  }

  private static PortConfig desired(List<Attachment> attachments) {
    PortConfig config = PortConfig.PARKED;
    for (Attachment attachment : attachments) {
      config = attachment.on(config);
    }
    return config;
  }

  private List<Port> ports(Collection<Long> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return database
        .createQuery("select p from Port p where p.id in :ids order by p.id", Port.class)
        .setParameter("ids", ids)
        .getResultList();
  }

  private Map<Long, Nic> nicsAt(Collection<Long> portIds) {
    if (portIds.isEmpty()) {
      return Map.of();
    }
    return database
        .createQuery("select c from Nic c join fetch c.port p where p.id in :ids", Nic.class)
        .setParameter("ids", portIds)
        .getResultStream()
        .collect(Collectors.toMap(nic -> nic.port().orElseThrow().id(), nic -> nic));
  }

  /** The switch's name, for messages. */
  @Transactional
  String switchName(long switchId) {
    return database.find(Switch.class, switchId).label().value();
  }
}
