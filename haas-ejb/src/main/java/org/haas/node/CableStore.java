package org.haas.node;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import org.haas.error.HaasException;
import org.haas.seen.AsSeen;
import org.haas.spi.Label;
import org.haas.spi.PortName;
import org.haas.switches.Port;
import org.haas.switches.SwitchStore;

/** The one way in which a cable changes: for {@link Cabling} and for the site document. */
@ApplicationScoped
class CableStore {
  @PersistenceContext private EntityManager database;
  @Inject private NodeStore nodes;
  @Inject private SwitchStore switches;
  @Inject private AsSeen seen;

  Nic connect(Label switchName, PortName name, Label node, Label nic) {
    Nic plugged = nodes.requireNic(nodes.locked(node), nic);
    Port port = switches.lockedPort(switchName, name);
    seen.requireUnchanged("switch", switchName);
    Optional<Nic> there = nodes.nicAt(port);
    if (there.isPresent()) {
      throw HaasException.duplicate(
          "Port %s of switch %s has NIC %s of node %s already; detach that first."
              .formatted(name, switchName, there.get().label(), there.get().node().label()));
    }
    plugged.plugInto(port);
    database.flush();
    return plugged;
  }

  void disconnect(Label switchName, PortName name) {
    Port port =
        switches
            .findPort(switches.require(switchName), name)
            .orElseThrow(() -> HaasException.notFound("port", name + " on switch " + switchName));
    Nic there =
        nodes
            .nicAt(port)
            .orElseThrow(
                () -> HaasException.notFound("NIC on port", name + " of switch " + switchName));
    nodes.locked(there.node().label());
    switches.lockedPort(switchName, name);
    nodes.requireStillAt(there, port);
    seen.requireUnchanged("switch", switchName);
    there.unplug();
    database.flush();
  }
}
