package org.haas.node;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.haas.access.Access;
import org.haas.error.HaasException;
import org.haas.operation.Change;
import org.haas.operation.Changes;
import org.haas.spi.Label;
import org.haas.switches.Port;

/** Finds and registers nodes and NICs for the boundaries, inside their transactions. */
@ApplicationScoped
public class NodeStore {
  @PersistenceContext private EntityManager database;
  @Inject private Access access;
  @Inject private MetadataStore facts;
  @Inject private BmcStore bmcs;
  @Inject private Changes changes;

  /** The node of that name. */
  public Optional<Node> find(Label label) {
    return query(label).getResultStream().findFirst();
  }

  /**
   * The node of that name.
   *
   * @throws HaasException NOT_FOUND
   */
  public Node require(Label label) {
    return find(label).orElseThrow(() -> HaasException.notFound("node", label));
  }

  /**
   * The node of that name, its row locked until the transaction ends.
   *
   * @throws HaasException NOT_FOUND
   */
  public Node locked(Label label) {
    return database
        .createNamedQuery(Node.LOCKED, Node.class)
        .setParameter("label", label.value())
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> HaasException.notFound("node", label));
  }

  /** Locks the rows of those that there are, in the order that everybody keeps. */
  public List<Node> lockAll(Collection<Label> labels) {
    if (labels.isEmpty()) {
      return List.of();
    }
    return database
        .createQuery("select n from Node n where n.label in :labels order by n.id", Node.class)
        .setParameter("labels", labels.stream().map(Label::value).toList())
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  /** The NICs of those nodes, with their ports and switches, by one statement. */
  public List<Nic> nicsOf(Collection<Node> of) {
    if (of.isEmpty()) {
      return List.of();
    }
    return database
        .createQuery(
            "select c from Nic c join fetch c.node left join fetch c.port p left join fetch p.owner"
                + " where c.node in :nodes",
            Nic.class)
        .setParameter("nodes", of)
        .getResultList();
  }

  /**
   * Refuses a caller who is neither a member of the project that holds the node nor an
   * administrator.
   *
   * @throws HaasException HIDDEN another project holds it; FORBIDDEN nobody does; BLOCKED it was
   *     given back and is not free yet
   */
  public void requireHolder(Node node) {
    requireHolder(node, isHolder(node));
  }

  /** As {@link #requireHolder(Node)}, by who knows whether the caller is one. */
  void requireHolder(Node node, boolean holder) {
    if (holder) {
      node.requireNotReleasing();
      return;
    }
    if (node.state() == NodeState.FREE) {
      throw HaasException.forbidden(
          "Node %s is free; reserve it for your project first.".formatted(node.label()));
    }
    throw HaasException.hidden("node", node.label());
  }

  /** Whether the caller is a member of the project that holds the node, or an administrator. */
  public boolean isHolder(Node node) {
    return access.isAdmin() || node.projectId().filter(access::mayUse).isPresent();
  }

  /** A node that was given back is free: nothing is left to undo. Its row is locked. */
  public void free(Node node) {
    node.freed();
    database.flush();
    announce(node.label());
  }

  /** The same, but the project looks after it before it is free. */
  public void handOver(Node node, long caretaker) {
    node.handedOver(caretaker);
    database.flush();
    announce(node.label());
  }

  /** Tells everybody that the node came or went. */
  void announce(Label node) {
    changes.announce(
        new Change(
            Change.Kind.NODE, node.value(), Optional.of(node.value()), OptionalLong.empty()));
  }

  /** The node of that row, locked until the transaction ends; empty when it is forgotten. */
  public Optional<Node> findLocked(long id) {
    return Optional.ofNullable(database.find(Node.class, id, LockModeType.PESSIMISTIC_WRITE))
        .map(
            node -> {
              database.refresh(node); // not as it was remembered
              return node;
            });
  }

  /** The NIC of that name. */
  public Optional<Nic> findNic(Node node, Label label) {
    return database
        .createQuery(
            "select c from Nic c left join fetch c.port p left join fetch p.owner"
                + " where c.node = :node and c.label = :label",
            Nic.class)
        .setParameter("node", node)
        .setParameter("label", label.value())
        .getResultStream()
        .findFirst();
  }

  /**
   * The NIC of that name.
   *
   * @throws HaasException NOT_FOUND
   */
  public Nic requireNic(Node node, Label label) {
    return findNic(node, label)
        .orElseThrow(() -> HaasException.notFound("NIC", label + " of node " + node.label()));
  }

  /** The NIC behind the port. */
  public Optional<Nic> nicAt(Port port) {
    return database
        .createQuery("select c from Nic c join fetch c.node where c.port = :port", Nic.class)
        .setParameter("port", port)
        .getResultStream()
        .findFirst();
  }

  /**
   * Refuses to go on with a NIC that was found at the port before its node was locked, if its cable
   * was moved in between.
   *
   * @throws HaasException NOT_FOUND
   */
  public void requireStillAt(Nic nic, Port port) {
    database.refresh(nic);
    if (nic.port().filter(port::equals).isEmpty()) {
      throw HaasException.notFound(
          "NIC on port", port.name() + " of switch " + port.owner().label());
    }
  }

  /** Records a free machine. */
  Node register(NodeSpec spec) {
    Node node = new Node(spec.name());
    database.persist(node);
    database.flush();
    facts.record(node, spec.metadata());
    spec.bmc().ifPresent(bmc -> bmcs.record(node, bmc));
    return node;
  }

  private TypedQuery<Node> query(Label label) {
    return database
        .createQuery("select n from Node n where n.label = :label", Node.class)
        .setParameter("label", label.value());
  }
}
