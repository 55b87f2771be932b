package org.haas.node;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.haas.access.Access;
import org.haas.audit.AuditTrail;
import org.haas.error.HaasException;
import org.haas.operation.Lookout;
import org.haas.spi.Label;

/**
 * Many nodes at once: all of them or none. Rows are locked by id, as everybody does, so that those
 * who want the same nodes wait for each other instead of locking each other out.
 */
@Stateless
public class Reservations {
  @Inject private Access access;
  @Inject private NodeStore store;
  @Inject private TenureStore tenures;
  @Inject private Lookout lookout;
  @Inject private AuditTrail trail;
  @Inject private Nodes nodes;

  /**
   * Gives free nodes to the project: those that are named, or as many of any. For its members.
   *
   * @return them, by name
   * @throws HaasException NOT_FOUND, HIDDEN; BLOCKED one of those named is not free, fewer are free
   *     than asked for, or HaaS only observes
   */
  public List<NodeView> reserve(ReservationSpec spec) {
    long owner = access.requireMember(spec.project());
    lookout.requireTrust();
    List<Long> chosen = spec.nodes().isEmpty() ? any(spec) : these(spec.nodes());
    List<NodeView> taken = tenures.takeAll(chosen, owner);
    taken.forEach(node -> store.announce(node.name()));
    trail.recordAll(
        "node.reserve",
        spec.project().value(),
        taken.stream().map(node -> node.name().value()).toList());
    return taken;
  }

  private List<Long> any(ReservationSpec spec) {
    List<Long> found = tenures.lockFree(spec.count(), spec.facts());
    if (found.size() < spec.count()) {
      String like = spec.facts().isEmpty() ? "" : ", of which all of these facts are recorded";
      throw HaasException.blocked(
          "%d nodes are asked for, and %d are free%s; ask for fewer, or wait until some are released."
              .formatted(spec.count(), found.size(), like));
    }
    return found;
  }

  private List<Long> these(List<Label> labels) {
    List<Node> found = store.lockAll(labels);
    if (found.size() < labels.size()) {
      List<Label> missing = new ArrayList<>(labels);
      found.forEach(node -> missing.remove(node.label()));
      throw HaasException.notFound("node", missing.get(0));
    }
    found.forEach(Node::requireReservable);
    return found.stream().map(Node::id).toList();
  }

  /**
   * Gives nodes of the project back, as {@link Nodes#release} does each. For its members.
   *
   * @return them, by name: FREE, or RELEASING until the operation that each names is done
   * @throws HaasException NOT_FOUND, HIDDEN; BLOCKED one of them has to stay: then all do
   */
  public List<NodeView> release(Label project, List<Label> labels) {
    access.requireMember(project);
    List<Label> inOrder = new ArrayList<>(labels);
    List<Label> locked = store.lockAll(labels).stream().map(Node::label).toList();
    inOrder.sort(Comparator.comparingInt(locked::indexOf)); // who is not there is refused first
    return inOrder.stream()
        .map(node -> nodes.release(Optional.of(project), node))
        .sorted(Comparator.comparing(NodeView::name))
        .toList();
  }
}
