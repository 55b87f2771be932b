package org.haas.console;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.haas.access.Access;
import org.haas.audit.Audited;
import org.haas.error.HaasException;
import org.haas.node.BmcStore;
import org.haas.node.Node;
import org.haas.node.NodeState;
import org.haas.node.NodeStore;
import org.haas.spi.Label;

/** Who may watch and use the console of a machine. */
@Stateless
public class Consoles {
  @Inject private Access access;
  @Inject private NodeStore nodes;
  @Inject private BmcStore controllers;

  /**
   * Lets the caller in. For members of the project that holds the node, and administrators.
   *
   * @throws HaasException NOT_FOUND, HIDDEN; FORBIDDEN nobody holds it; BLOCKED it is being
   *     released, or has no BMC
   */
  @Audited("console.open")
  public ConsoleTicket open(Label node) {
    access.requireLogin();
    return new ConsoleTicket(place(node));
  }

  /**
   * Refuses as {@link #open} would.
   *
   * @throws HaasException as {@link #open}
   */
  public void check(Label node) {
    access.requireLogin();
    place(node);
  }

  /**
   * Whose recording the caller may read: that of the project which holds the node now.
   *
   * @throws HaasException as {@link #open}
   */
  @Audited("console.log")
  public ConsoleTicket log(Label node) {
    access.requireLogin();
    return new ConsoleTicket(place(node));
  }

  private Place place(Label label) {
    Node node = nodes.require(label);
    nodes.requireHolder(node);
    if (node.state() == NodeState.RELEASING) {
      throw HaasException.blocked(
          "Node %s is being released; its console is closed.".formatted(label));
    }
    if (controllers.type(node.id()).isEmpty()) {
      throw HaasException.blocked(
          "Node %s has no BMC, so it has no console; an administrator can record its BMC."
              .formatted(label));
    }
    return Place.ofNode(node.id(), label, node.tenure());
  }
}
