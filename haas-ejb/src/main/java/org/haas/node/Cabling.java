package org.haas.node;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.haas.access.Access;
import org.haas.audit.Audited;
import org.haas.error.HaasException;
import org.haas.spi.Label;
import org.haas.spi.PortName;
import org.haas.switches.SwitchStore;

/**
 * Which NIC is behind which port. For administrators. A cable changes only while the node is free
 * and the port carries nothing.
 */
@Stateless
public class Cabling {
  @PersistenceContext private EntityManager database;
  @Inject private Access access;
  @Inject private SwitchStore switches;
  @Inject private NodeStore nodes;
  @Inject private CableStore cables;

  /**
   * The cables of a switch, by port.
   *
   * @throws HaasException FORBIDDEN; NOT_FOUND
   */
  public List<CableView> ofSwitch(Label switchName) {
    access.requireAdmin();
    return database
        .createQuery(
            "select c from Nic c join fetch c.node join fetch c.port p where p.owner = :owner"
                + " order by p.name",
            Nic.class)
        .setParameter("owner", switches.require(switchName))
        .getResultStream()
        .map(nic -> view(switchName, nic))
        .toList();
  }

  /**
   * The NIC behind a port.
   *
   * @throws HaasException FORBIDDEN; NOT_FOUND no such switch or port
   */
  public Optional<CableView> ofPort(Label switchName, PortName port) {
    access.requireAdmin();
    return nodes
        .nicAt(
            switches
                .findPort(switches.require(switchName), port)
                .orElseThrow(
                    () -> HaasException.notFound("port", port + " on switch " + switchName)))
        .map(nic -> view(switchName, nic));
  }

  /**
   * NICs that have no port, of free nodes, by node and name: those that a cable can be recorded
   * for.
   *
   * @param limit how many at most
   * @throws HaasException FORBIDDEN
   */
  public List<LooseNic> loose(int limit) {
    access.requireAdmin();
    return database
        .createQuery(
            "select c from Nic c join fetch c.node n where c.port is null and n.state = :free"
                + " order by n.label, c.label",
            Nic.class)
        .setParameter("free", NodeState.FREE)
        .setMaxResults(limit)
        .getResultStream()
        .map(nic -> new LooseNic(nic.node().label(), nic.label()))
        .toList();
  }

  /**
   * Records that the NIC is behind the port.
   *
   * @throws HaasException FORBIDDEN; NOT_FOUND; DUPLICATE the NIC has a port, or the port a NIC;
   *     BLOCKED the node is not free, or the port is not parked
   */
  @Audited("port.connect-nic")
  public CableView connect(Label switchName, PortName port, Label node, Label nic) {
    access.requireAdmin();
    return view(switchName, cables.connect(switchName, port, node, nic));
  }

  /**
   * Records that nothing is behind the port any more.
   *
   * @throws HaasException FORBIDDEN; NOT_FOUND no such port, or no NIC there; BLOCKED the node is
   *     not free, or the port is not parked
   */
  @Audited("port.detach-nic")
  public void disconnect(Label switchName, PortName port) {
    access.requireAdmin();
    cables.disconnect(switchName, port);
  }

  private static CableView view(Label switchName, Nic nic) {
    return new CableView(
        switchName, nic.port().orElseThrow().name(), nic.node().label(), nic.label());
  }
}
