package org.haas.network;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.haas.access.Access;
import org.haas.audit.Audited;
import org.haas.error.HaasException;
import org.haas.node.Nic;
import org.haas.node.Node;
import org.haas.node.NodeState;
import org.haas.node.NodeStore;
import org.haas.operation.Journal;
import org.haas.operation.Lookout;
import org.haas.operation.OperationView;
import org.haas.project.Project;
import org.haas.spi.Channel;
import org.haas.spi.Label;
import org.haas.spi.PortName;
import org.haas.switches.Port;
import org.haas.switches.SwitchOperation;
import org.haas.switches.SwitchStore;

/** Connects NICs to networks, and takes them off. */
@Stateless
public class Attachments {
  @PersistenceContext private EntityManager database;
  @Inject private Access access;
  @Inject private NodeStore nodes;
  @Inject private NetworkStore networks;
  @Inject private SwitchStore switches;
  @Inject private ConnectRules rules;
  @Inject private AttachmentSearch connected;
  @Inject private Journal journal;
  @Inject private Lookout lookout;
  @Inject private Clock clock;

  /**
   * Puts the NIC on the network, later. Returns at once; watch the operation.
   *
   * <p>Repeats safely: a second call while the first is open is BLOCKED, never doubled.
   *
   * @param channel {@code vlan/native}, or {@code vlan/<the network's id>}; empty: native
   * @throws HaasException NOT_FOUND, HIDDEN; also NOT_FOUND the NIC has no port; PROJECT_MISMATCH
   *     the node is in no project, or its project may not use the network; BLOCKED network or
   *     channel in use on this NIC, or an operation open, or the switch cannot do it; BAD_ARGUMENT
   *     the channel
   */
  @Audited("nic.connect")
  public OperationView connect(Label node, Label nic, Label network, Optional<Channel> channel) {
    access.requireLogin();
    lookout.requireTrust();
    Node held = held(node);
    Project owner = owner(held);
    Nic plugged = nodes.requireNic(held, nic);
    Port port = portOf(plugged);
    Network wanted = networks.shared(network);
    wanted.requireUsableBy(owner.id(), owner.label());
    Channel legal = wanted.requireLegal(channel);
    rules.requireConnectable(plugged, port, wanted, legal);
    database.persist(new Attachment(plugged, owner.id(), wanted, legal));
    database.flush();
    return enqueue(
        SwitchOperation.modify(
            port,
            subject(
                plugged,
                Optional.of(owner),
                Optional.of(network.value()),
                Optional.empty(),
                legal.toString()),
            access.caller().username(),
            clock.instant()));
  }

  /**
   * Takes the network off the NIC, later. Returns at once; watch the operation.
   *
   * @throws HaasException NOT_FOUND, HIDDEN; PROJECT_MISMATCH; BAD_ARGUMENT it is not connected;
   *     BLOCKED an operation is open
   */
  @Audited("nic.detach")
  public OperationView detach(Label node, Label nic, Label network) {
    access.requireLogin();
    Node held = held(node);
    Project owner = owner(held);
    Nic plugged = nodes.requireNic(held, nic);
    Network gone = networks.shared(network);
    Port port = portOf(plugged);
    Attachment attachment =
        networks.ofNics(List.of(plugged.id())).stream()
            .filter(known -> known.network().id() == gone.id())
            .findFirst()
            .orElseThrow(
                () ->
                    HaasException.badArgument(
                        "network",
                        "%s is not connected to NIC %s of node %s.".formatted(network, nic, node)));
    rules.requireDetachable(plugged, port, attachment);
    attachment.detach();
    database.flush();
    return enqueue(
        SwitchOperation.modify(
            port,
            subject(
                plugged,
                Optional.of(owner),
                Optional.empty(),
                Optional.of(network.value()),
                attachment.channel().toString()),
            access.caller().username(),
            clock.instant()));
  }

  /**
   * Takes everything off the port's NIC and parks the port, later. For administrators.
   *
   * @throws HaasException FORBIDDEN; NOT_FOUND no such port, or no NIC there; BLOCKED an operation
   *     is open
   */
  @Audited("port.revert")
  public OperationView revert(Label switchName, PortName port) {
    access.requireAdmin();
    Port known =
        switches
            .findPort(switches.require(switchName), port)
            .orElseThrow(() -> HaasException.notFound("port", port + " on switch " + switchName));
    Nic plugged =
        nodes
            .nicAt(known)
            .orElseThrow(
                () -> HaasException.notFound("NIC on port", port + " of switch " + switchName));
    Node held = nodes.locked(plugged.node().label());
    nodes.requireStillAt(plugged, known);
    rules.requireNoOpenOperation(plugged);
    networks.ofNics(List.of(plugged.id())).forEach(Attachment::detach);
    database.flush();
    return enqueue(
        SwitchOperation.revert(
            known,
            subject(
                plugged,
                held.projectId().map(id -> database.find(Project.class, id)),
                Optional.empty(),
                Optional.empty(),
                ""),
            access.caller().username(),
            clock.instant()));
  }

  /**
   * What the NICs of these nodes are connected to, in one query; of nodes that the caller may not
   * see, nothing.
   */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public List<AttachmentView> ofNodes(Collection<Label> ofNodes) {
    access.requireLogin();
    if (ofNodes.isEmpty()) {
      return List.of();
    }
    return connected.ofNodes(ofNodes);
  }

  private Node held(Label node) {
    Node held = nodes.locked(node);
    if (held.state() != NodeState.FREE) {
      nodes.requireHolder(held);
    }
    return held;
  }

  private Project owner(Node held) {
    held.requireReserved();
    return database.find(Project.class, held.projectId().orElseThrow());
  }

  /**
   * The port behind the NIC.
   *
   * @throws HaasException NOT_FOUND there is none
   */
  static Port portOf(Nic nic) {
    return nic.port()
        .orElseThrow(
            () ->
                HaasException.notFound(
                    "switch port behind NIC",
                    "%s of node %s; an administrator has to record the cable"
                        .formatted(nic.label(), nic.node().label())));
  }

  private static SwitchOperation.Subject subject(
      Nic nic,
      Optional<Project> owner,
      Optional<String> coming,
      Optional<String> going,
      String channel) {
    return new SwitchOperation.Subject(
        nic.id(),
        nic.label().value(),
        nic.node().id(),
        nic.node().label().value(),
        owner.map(Project::id),
        owner.map(project -> project.label().value()),
        coming,
        going,
        channel);
  }

  private OperationView enqueue(SwitchOperation operation) {
    journal.enqueue(operation);
    database.flush();
    return operation.view(access.isAdmin());
  }
}
