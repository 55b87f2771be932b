package org.haas.network;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.haas.error.HaasException;
import org.haas.node.Nic;
import org.haas.node.ReleaseGuard;
import org.haas.operation.OperationState;
import org.haas.spi.Capability;
import org.haas.spi.Channel;
import org.haas.switches.Drivers;
import org.haas.switches.Port;
import org.haas.switches.PortState;

/**
 * What must hold before a connect, a detach, a release, told as sentences. The database's
 * constraints hold the same when two requests race.
 */
@ApplicationScoped
class ConnectRules implements ReleaseGuard {
  @PersistenceContext private EntityManager database;
  @Inject private NetworkStore networks;
  @Inject private Drivers drivers;

  /**
   * Whether this network may come on this channel.
   *
   * @throws HaasException BLOCKED
   */
  void requireConnectable(Nic nic, Port port, Network network, Channel channel) {
    if (port.state() == PortState.FAILED) {
      throw HaasException.blocked(
          "The switch port behind NIC %s could not be parked; an administrator has to look at it."
              .formatted(nic.label()));
    }
    requireNoOpenOperation(nic);
    List<Attachment> there = networks.ofNics(List.of(nic.id()));
    for (Attachment other : there) {
      if (other.network().id() == network.id()) {
        throw HaasException.blocked(
            "Network %s is %s NIC %s already."
                .formatted(
                    network.label(),
                    other.isWanted() ? "connected to" : "still being taken off",
                    nic.label()));
      }
      if (other.isWanted() && other.channel().equals(channel)) {
        throw HaasException.blocked(
            "Channel %s of NIC %s carries network %s; detach that first."
                .formatted(channel, nic.label(), other.network().label()));
      }
    }
    if (!takesNativeless(port)) {
      NativeFirst.requireConnectable(nic, channel, there);
    }
  }

  /**
   * Whether this attachment may go.
   *
   * @throws HaasException BLOCKED
   */
  void requireDetachable(Nic nic, Port port, Attachment attachment) {
    requireNoOpenOperation(nic);
    if (!takesNativeless(port)) {
      NativeFirst.requireDetachable(nic, attachment, networks.ofNics(List.of(nic.id())));
    }
  }

  /**
   * Whether nothing is pending for the NIC.
   *
   * @throws HaasException BLOCKED
   */
  void requireNoOpenOperation(Nic nic) {
    database
        .createQuery(
            "select o.uuid from SwitchOperation o where o.nicId = :nic and o.state in :open",
            java.util.UUID.class)
        .setParameter("nic", nic.id())
        .setParameter("open", List.of(OperationState.PENDING, OperationState.RUNNING))
        .getResultStream()
        .findFirst()
        .ifPresent(
            open -> {
              throw HaasException.blocked(
                  "NIC %s of node %s has a pending operation; wait until %s is done."
                      .formatted(nic.label(), nic.node().label(), open));
            });
  }

  /** A node that is connected, or whose NICs have something pending, stays where it is. */
  @Override
  public String obstacle() {
    return """
        case when exists (select 1 from operation o join nic c on c.id = o.nic_id
          where c.node_id = n.id and o.state in ('PENDING', 'RUNNING'))
        then 'has pending network operations; wait until they are done'
        else (select 'is connected to ' || string_agg(w.label, ', ' order by w.label)
          || '; detach its NICs first' from attachment a join network w on w.id = a.network_id
          where a.node_id = n.id) end""";
  }

  private boolean takesNativeless(Port port) {
    return drivers
        .find(port.owner().type())
        .map(driver -> driver.capabilities().contains(Capability.NATIVELESS_TRUNK))
        .orElse(false);
  }
}
