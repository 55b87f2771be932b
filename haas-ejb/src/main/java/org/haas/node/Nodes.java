package org.haas.node;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.haas.access.Access;
import org.haas.audit.AuditTrail;
import org.haas.audit.Audited;
import org.haas.error.HaasException;
import org.haas.operation.Journal;
import org.haas.operation.Lookout;
import org.haas.operation.QueueId;
import org.haas.page.Page;
import org.haas.seen.AsSeen;
import org.haas.spi.Label;
import org.haas.spi.MacAddress;

/** Machines and who holds them. */
@Stateless
public class Nodes {
  private static final String NODE = "node";
  private static final String FACT = "fact";

  @PersistenceContext private EntityManager database;
  @Inject private Access access;
  @Inject private NodeStore store;
  @Inject private MetadataStore facts;
  @Inject private NodeSearch search;
  @Inject private TenureStore tenures;
  @Inject private AsSeen seen;
  @Inject private Lookout lookout;
  @Inject private Journal journal;
  @Inject private AuditTrail trail;
  @Inject @Any private Instance<Undoing> undoings;

  /** The nodes that the caller may see: free ones, his projects', all for an administrator. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Page<NodeView> list(NodeQuery query) {
    access.requireLogin();
    return search.find(query);
  }

  /**
   * Names only: of all nodes (everybody who has logged in may know them, as in HIL), or the free
   * ones.
   */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public List<String> names(boolean freeOnly) {
    access.requireLogin();
    return search.names(freeOnly);
  }

  /**
   * One node.
   *
   * @throws HaasException NOT_FOUND; HIDDEN another project holds it
   */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public NodeView show(Label node) {
    access.requireLogin();
    return search.show(node);
  }

  /**
   * The nodes that a project holds, by name.
   *
   * @throws HaasException NOT_FOUND, HIDDEN
   */
  public List<Label> ofProject(Label project) {
    access.requireMember(project);
    return database
        .createQuery(
            "select n.label from Node n join Project p on p.id = n.projectId"
                + " where p.label = :project and n.state <> :leaving order by n.label",
            String.class)
        .setParameter("project", project.value())
        .setParameter("leaving", NodeState.RELEASING)
        .getResultStream()
        .map(Label::new)
        .toList();
  }

  /**
   * Records a machine; it is free. For administrators.
   *
   * @throws HaasException FORBIDDEN; DUPLICATE
   */
  @Audited("node.register")
  public NodeView register(NodeSpec spec) {
    access.requireAdmin();
    return view(store.register(spec).label());
  }

  /**
   * Forgets a free machine without NICs. For administrators.
   *
   * @throws HaasException FORBIDDEN; NOT_FOUND; BLOCKED it is held, or has NICs
   */
  @Audited("node.delete")
  public void delete(Label node) {
    access.requireAdmin();
    Node known = store.locked(node);
    seen.requireUnchanged(NODE, node);
    known.requireFree();
    journal.closeQueue(QueueId.ofNode(known.id()));
    database.remove(known);
    database.flush();
  }

  /**
   * Records a NIC. For administrators.
   *
   * @throws HaasException FORBIDDEN; NOT_FOUND; DUPLICATE
   */
  @Audited("nic.register")
  public NodeView addNic(Label node, Label nic, MacAddress mac) {
    access.requireAdmin();
    Node known = store.locked(node);
    database.persist(new Nic(known, nic, mac));
    database.flush();
    return view(node);
  }

  /**
   * Forgets a NIC of a free node. For administrators.
   *
   * @throws HaasException FORBIDDEN; NOT_FOUND; BLOCKED the node is held, or the NIC has a port
   */
  @Audited("nic.delete")
  public void deleteNic(Label node, Label nic) {
    access.requireAdmin();
    Node known = store.locked(node);
    seen.requireUnchanged(NODE, node);
    known.requireFree();
    Nic gone = store.requireNic(known, nic);
    if (gone.port().isPresent()) {
      throw HaasException.blocked(
          "NIC %s of node %s is on a switch port; detach it there first.".formatted(nic, node));
    }
    database.remove(gone);
    database.flush();
  }

  /**
   * Records a fact about the machine, in place of the one before. For administrators.
   *
   * @param value a JSON text
   * @throws HaasException FORBIDDEN; NOT_FOUND
   */
  @Audited("node.metadata.set")
  public NodeView setMetadata(Label node, Label label, String value) {
    access.requireAdmin();
    Node known = store.locked(node);
    seen.requireUnchanged(FACT, label + " of node " + node);
    facts.record(known, Map.of(label.value(), value));
    database.flush();
    return view(node);
  }

  /**
   * Forgets a fact. For administrators.
   *
   * @throws HaasException FORBIDDEN; NOT_FOUND
   */
  @Audited("node.metadata.delete")
  public void deleteMetadata(Label node, Label label) {
    access.requireAdmin();
    Node known = store.locked(node);
    seen.requireUnchanged(FACT, label + " of node " + node);
    if (!facts.forget(known, label)) {
      throw HaasException.notFound("metadata", label + " of node " + node);
    }
  }

  /**
   * Gives a free node to the project. For its members.
   *
   * @throws HaasException NOT_FOUND, HIDDEN; BLOCKED it is not free, or HaaS only observes
   */
  @Audited("node.reserve")
  public NodeView reserve(Label project, Label node) {
    long owner = access.requireMember(project);
    lookout.requireTrust();
    NodeView taken = tenures.take(node, owner).orElseGet(() -> reserveLocked(owner, node));
    store.announce(node);
    return taken;
  }

  /** Says why it was not to be had; unless it has become free just now. */
  private NodeView reserveLocked(long owner, Label node) {
    store.locked(node).reserveFor(owner);
    database.flush();
    return view(node);
  }

  /**
   * Gives the node back. For members of its project. It is free at once when there is nothing to
   * undo; else it is RELEASING until that is done, and may be used for nothing.
   *
   * @param project who must hold it; empty: whoever does
   * @throws HaasException NOT_FOUND, HIDDEN; BLOCKED it is connected, has an open operation, or its
   *     OBM is enabled
   */
  public NodeView release(Optional<Label> project, Label node) {
    access.requireLogin();
    Optional<Long> expected = project.map(access::requireMember);
    Departure departure = leaving(node);
    Node known = departure.node();
    if (expected.isPresent() && !expected.equals(known.projectId())) {
      throw HaasException.notFound("node", node + " in project " + project.get());
    }
    return release(departure);
  }

  /**
   * Maintenance of the node is done: it is given back to everybody, as by {@link #release}. For
   * members of the project of maintenance, as which its service logs in.
   *
   * @throws HaasException NOT_FOUND, HIDDEN; ILLEGAL_STATE it is not in maintenance; BLOCKED as for
   *     {@link #release}
   */
  public NodeView maintained(Label node) {
    access.requireLogin();
    Departure departure = leaving(node);
    departure.node().requireInMaintenance();
    return release(departure);
  }

  private Departure leaving(Label node) {
    Departure departure = tenures.leaving(node);
    store.requireHolder(departure.node(), departure.mine());
    return departure;
  }

  private NodeView release(Departure departure) {
    departure.requirePossible();
    Node known = departure.node();
    Label node = known.label();
    String action = known.state() == NodeState.MAINTENANCE ? "node.maintained" : "node.release";
    NodeView left = departure.leftovers() ? undo(node) : tenures.free(known);
    store.announce(node);
    String holder = departure.holder().map(Label::value).orElse("");
    trail.record(action, holder, node.value(), "node=" + node);
    return left;
  }

  private NodeView undo(Label node) {
    Node left = store.locked(node);
    boolean something = isSomethingToUndo(left);
    database.flush(); // what was taken back, before the node: the database looks at that
    if (something) {
      left.leave();
    } else {
      left.release();
    }
    database.flush();
    return view(node);
  }

  /** All are asked: each begins what is its own. */
  private boolean isSomethingToUndo(Node left) {
    boolean something = false;
    for (Undoing undoing : undoings) {
      something |= undoing.begin(left);
    }
    return something;
  }

  private NodeView view(Label node) {
    return search.changed(node);
  }
}
