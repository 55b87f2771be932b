package org.haas.headnode;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import org.haas.access.Access;
import org.haas.audit.Audited;
import org.haas.error.HaasException;
import org.haas.network.Network;
import org.haas.network.UsableNetworks;
import org.haas.operation.Lookout;
import org.haas.operation.OperationView;
import org.haas.seen.AsSeen;
import org.haas.spi.Label;

/** The NICs of headnodes. For members of their project, and administrators. */
@Stateless
public class Hnics {
  @Inject private Access access;
  @Inject private Lookout lookout;
  @Inject private HeadnodeStore store;
  @Inject private HnicStore nics;
  @Inject private UsableNetworks networks;
  @Inject private AsSeen seen;

  /**
   * Adds a NIC that is on no network. The machine sees it once it is connected, or at its next
   * start.
   *
   * @throws HaasException NOT_FOUND, HIDDEN; ILLEGAL_STATE the headnode is being removed; DUPLICATE
   *     name or MAC address are taken; BLOCKED it has as many as there can be
   */
  @Audited("hnic.create")
  public HnicView create(Label headnode, HnicSpec spec) {
    access.requireLogin();
    Headnode known = store.locked(headnode);
    known.requireStaying();
    return nics.add(known, spec);
  }

  /**
   * Takes a NIC out, later. Returns at once; watch the operation.
   *
   * @throws HaasException NOT_FOUND, HIDDEN; ILLEGAL_STATE the headnode is being removed; BLOCKED
   *     an operation of the NIC is open
   */
  @Audited("hnic.delete")
  public OperationView delete(Label headnode, Label nic) {
    access.requireLogin();
    Hnic known = staying(headnode, nic);
    Optional<Label> going = known.network().map(Network::label);
    known.leave();
    return store.request(known, Optional.empty(), going).view(access.isAdmin());
  }

  /**
   * Puts the NIC on the network, later, also while the headnode runs. Returns at once; watch the
   * operation.
   *
   * @throws HaasException NOT_FOUND, HIDDEN; ILLEGAL_STATE the headnode is being removed;
   *     PROJECT_MISMATCH its project may not use the network; BLOCKED the NIC is on another one, an
   *     operation of the NIC is open, the hypervisor keeps the network's VLAN for itself, or HaaS
   *     only observes
   */
  @Audited("hnic.connect")
  public OperationView connect(Label headnode, Label nic, Label network) {
    access.requireLogin();
    lookout.requireTrust();
    Hnic known = staying(headnode, nic);
    Network wanted = networks.require(network, store.owner(known.headnode()));
    nics.requireCarriable(known, wanted);
    known.connect(wanted);
    return store.request(known, Optional.of(network), Optional.empty()).view(access.isAdmin());
  }

  /**
   * Takes the NIC off its network, later, also while the headnode runs. Returns at once; watch the
   * operation.
   *
   * @throws HaasException NOT_FOUND, HIDDEN; ILLEGAL_STATE the headnode is being removed;
   *     BAD_ARGUMENT it is not connected; BLOCKED an operation of the NIC is open
   */
  @Audited("hnic.detach")
  public OperationView detach(Label headnode, Label nic) {
    access.requireLogin();
    Hnic known = staying(headnode, nic);
    Label going = known.detach().label();
    return store.request(known, Optional.empty(), Optional.of(going)).view(access.isAdmin());
  }

  private Hnic staying(Label headnode, Label nic) {
    Headnode known = store.locked(headnode);
    known.requireStaying();
    Hnic its = store.nic(known, nic);
    seen.requireUnchanged("headnode", headnode);
    return its;
  }
}
