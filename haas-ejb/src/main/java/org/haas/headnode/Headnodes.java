package org.haas.headnode;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import org.haas.access.Access;
import org.haas.audit.Audited;
import org.haas.error.HaasException;
import org.haas.operation.Lookout;
import org.haas.operation.OperationView;
import org.haas.page.Page;
import org.haas.project.Project;
import org.haas.project.ProjectStore;
import org.haas.seen.AsSeen;
import org.haas.spi.Label;

/** Headnodes. For members of their project, and administrators. */
@Stateless
public class Headnodes {
  @Inject private Access access;
  @Inject private Lookout lookout;
  @Inject private ProjectStore projects;
  @Inject private HeadnodeStore store;
  @Inject private HeadnodeSearch search;
  @Inject private LimitStore limits;
  @Inject private Placement placement;
  @Inject private AsSeen seen;

  /**
   * The headnodes of the caller's projects, by name; an administrator sees all.
   *
   * @throws HaasException NOT_FOUND, HIDDEN the project that was asked for
   */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Page<HeadnodeView> list(HeadnodeQuery query) {
    access.requireLogin();
    query.project().ifPresent(access::requireMember);
    return search.find(query);
  }

  /**
   * One headnode, with its NICs.
   *
   * @throws HaasException NOT_FOUND, HIDDEN
   */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public HeadnodeView show(Label headnode) {
    access.requireLogin();
    return search.show(headnode);
  }

  /** Those of the caller's projects that are on the network, or shall be, by name. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public List<HeadnodeView> onNetwork(Label network) {
    access.requireLogin();
    return search.on(network);
  }

  /** The base images that a headnode can be made from, by name. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public List<Label> images() {
    access.requireLogin();
    return placement.images();
  }

  /**
   * Makes a headnode, later, on the hypervisor with the most memory left. Returns at once; watch
   * the operation and its steps.
   *
   * @throws HaasException NOT_FOUND, HIDDEN the project; DUPLICATE the name is taken; BAD_ARGUMENT
   *     there is no such image, or it needs a larger disk; BLOCKED the project's limits, no
   *     hypervisor has room, or HaaS only observes
   */
  @Audited("headnode.create")
  public OperationView create(HeadnodeSpec spec) {
    access.requireMember(spec.project());
    lookout.requireTrust();
    Project owner = projects.locked(spec.project());
    limits.requireRoom(owner, spec.size());
    return store.make(spec, owner, placement.choose(spec)).view(access.isAdmin());
  }

  /**
   * Goes on with the making of a headnode that failed, from the step that failed. Returns at once.
   *
   * @throws HaasException NOT_FOUND, HIDDEN; ILLEGAL_STATE it is not broken; BLOCKED an operation
   *     is open, or HaaS only observes
   */
  @Audited("headnode.create-again")
  public OperationView createAgain(Label headnode) {
    access.requireLogin();
    lookout.requireTrust();
    Headnode known = store.locked(headnode);
    known.requireBroken();
    return store.makeAgain(known).view(access.isAdmin());
  }

  /**
   * Starts it, or has its system shut down, or ends it at once. Returns at once; watch the
   * operation. Doing to it what is so already is done, and dull.
   *
   * @throws HaasException NOT_FOUND, HIDDEN; ILLEGAL_STATE it is not made; BLOCKED such an
   *     operation is open, or HaaS only observes
   */
  @Audited("headnode.power")
  public OperationView act(Label headnode, HeadnodePower action) {
    access.requireLogin();
    lookout.requireTrust();
    Headnode known = store.locked(headnode);
    known.requireMade();
    if (action == HeadnodePower.START) {
      known.toBeStarted();
    }
    return store.request(known, action.action(), action.action().steps()).view(access.isAdmin());
  }

  /**
   * Removes it with everything on its disk, later, whatever else is open for it. Returns at once.
   * Its name is free at once; the networks that it is on are in use until it is gone. Repeats
   * safely: a second call is answered by the operation of the first.
   *
   * @throws HaasException NOT_FOUND, HIDDEN; BLOCKED HaaS only observes
   */
  @Audited("headnode.delete")
  public OperationView delete(Label headnode) {
    access.requireLogin();
    lookout.requireTrust();
    Headnode known = store.locked(headnode);
    seen.requireUnchanged("headnode", headnode);
    return store.remove(known).view(access.isAdmin());
  }
}
