package org.haas.power;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.haas.access.Access;
import org.haas.audit.Audited;
import org.haas.error.HaasException;
import org.haas.node.Node;
import org.haas.node.NodeStore;
import org.haas.node.PowerView;
import org.haas.operation.Lookout;
import org.haas.operation.OperationView;
import org.haas.spi.BootDevice;
import org.haas.spi.Label;

/**
 * Power and boot device of a machine. For members of the project that holds it, while it does, and
 * administrators.
 */
@Stateless
public class PowerControls {
  @Inject private Access access;
  @Inject private Lookout lookout;
  @Inject private NodeStore nodes;
  @Inject private RequestStore requests;

  /**
   * What the machine's controller said last; nothing is asked of it now.
   *
   * @throws HaasException NOT_FOUND no such node, or it has no controller; HIDDEN; FORBIDDEN nobody
   *     holds it
   */
  public PowerView show(Label node) {
    access.requireLogin();
    Node known = nodes.require(node);
    if (!nodes.isHolder(known)) {
      nodes.requireHolder(known);
    }
    return requests
        .power(known)
        .orElseThrow(() -> HaasException.notFound("BMC", "of node " + node));
  }

  /**
   * Asks for it, to be done soon. Returns at once; watch the operation.
   *
   * @throws HaasException NOT_FOUND, HIDDEN; FORBIDDEN nobody holds it; BLOCKED the node has no
   *     controller, another such operation is open, it was given back, its OBM daemon is in use, or
   *     HaaS only observes
   */
  @Audited("node.power")
  public OperationView act(Label node, PowerAction action) {
    access.requireLogin();
    lookout.requireTrust();
    return requests.power(held(node), action).view(access.isAdmin());
  }

  /**
   * Chooses what the machine boots from, soon. Returns at once; watch the operation. What is asked
   * of its power after that waits for it.
   *
   * @param once for the next start only; else until it is changed, at longest until the machine is
   *     given back
   * @throws HaasException as {@link #act}
   */
  @Audited("node.boot-device")
  public OperationView bootFrom(Label node, BootDevice device, boolean once) {
    access.requireLogin();
    lookout.requireTrust();
    return requests.boot(held(node), device, once).view(access.isAdmin());
  }

  /**
   * Frees a node that was given back although not everything could be undone: its controller is
   * dead, say, and somebody has pulled the plug. For administrators.
   *
   * @throws HaasException FORBIDDEN; NOT_FOUND; ILLEGAL_STATE it is not being released; BLOCKED its
   *     console is still open
   */
  @Audited("node.release.force")
  public void free(Label node) {
    access.requireAdmin();
    requests.free(nodes.locked(node));
  }

  private Node held(Label node) {
    Node held = nodes.locked(node);
    nodes.requireHolder(held);
    return held;
  }
}
