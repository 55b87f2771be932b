package org.haas.network;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
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
import org.haas.switches.SwitchOperation;

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
    requireUsable(nic, port);
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
    requireNoOpenOperation(List.of(nic));
  }

  /**
   * Whether nothing is pending for any of the NICs, by one statement.
   *
   * @throws HaasException BLOCKED
   */
  void requireNoOpenOperation(Collection<Nic> nics) {
    database
        .createQuery(
            "select o from SwitchOperation o where o.nicId in :nics and o.state in :open"
                + " order by o.id",
            SwitchOperation.class)
        .setParameter("nics", nics.stream().map(Nic::id).toList())
        .setParameter("open", List.of(OperationState.PENDING, OperationState.RUNNING))
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .ifPresent(
            open -> {
              Nic busy =
                  nics.stream()
                      .filter(nic -> open.nicId().filter(id -> id == nic.id()).isPresent())
                      .findFirst()
                      .orElseThrow();
              throw HaasException.blocked(
                  "NIC %s of node %s has a pending operation; wait until %s is done."
                      .formatted(busy.label(), busy.node().label(), open.uuid()));
            });
  }

  /**
   * Whether a NIC may have what a plan gives it.
   *
   * @param there what it has now, also what is on its way off
   * @throws HaasException BLOCKED
   */
  void requireConnectable(NicPlan plan, List<Attachment> there) {
    Nic nic = plan.nic();
    requireUsable(nic, plan.port());
    for (NicPlan.Place coming : plan.coming()) {
      there.stream()
          .filter(other -> other.network().id() == coming.network().id())
          .findFirst()
          .ifPresent(
              other -> {
                throw HaasException.blocked(
                    "Network %s is %s NIC %s of node %s already; take it off first, to carry it on"
                            .formatted(
                                coming.network().label(),
                                other.isWanted() ? "connected to" : "still being taken off",
                                nic.label(),
                                nic.node().label())
                        + " another channel.");
              });
      plan.then().stream()
          .filter(other -> !other.isSame(coming) && other.channel().equals(coming.channel()))
          .findFirst()
          .ifPresent(
              other -> {
                throw HaasException.blocked(
                    "Channel %s of NIC %s of node %s would carry network %s and network %s."
                        .formatted(
                            coming.channel(),
                            nic.label(),
                            nic.node().label(),
                            other.network().label(),
                            coming.network().label()));
              });
    }
    if (!takesNativeless(plan.port())) {
      NativeFirst.requireConnectable(plan);
    }
  }

  private static void requireUsable(Nic nic, Port port) {
    if (port.state() == PortState.FAILED) {
      throw HaasException.blocked(
          "The switch port behind NIC %s could not be parked; an administrator has to look at it."
              .formatted(nic.label()));
    }
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
