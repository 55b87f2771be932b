package org.haas.node;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.haas.error.HaasException;
import org.haas.node.SiteDocument.NicEntry;
import org.haas.node.SiteDocument.NodeEntry;
import org.haas.node.SiteDocument.Place;
import org.haas.node.SiteDocument.SwitchEntry;
import org.haas.spi.Label;
import org.haas.spi.PortName;
import org.haas.switches.Port;
import org.haas.switches.PortRole;
import org.haas.switches.Switch;
import org.haas.switches.SwitchStore;

/** Applies a site document by the same verbs as the single calls, in the caller's transaction. */
@ApplicationScoped
class SiteImport {
  @PersistenceContext private EntityManager database;
  @Inject private SwitchStore switches;
  @Inject private NodeStore nodes;
  @Inject private MetadataStore facts;
  @Inject private BmcStore bmcs;
  @Inject private CableStore cables;

  /** Makes the changes, and tells each in a sentence. */
  List<String> apply(SiteDocument document, String requestedBy) {
    nodes.lockAll(document.nodes().stream().map(NodeEntry::name).toList());
    List<String> changes = new ArrayList<>();
    document.switches().forEach(entry -> switchEntry(entry, requestedBy, changes));
    document.nodes().forEach(entry -> nodeEntry(entry, changes));
    return changes;
  }

  private void switchEntry(SwitchEntry entry, String requestedBy, List<String> changes) {
    Label name = entry.spec().name();
    Optional<Switch> known = switches.find(name);
    if (known.isEmpty()) {
      changes.add("add switch " + name);
    } else if (!switches.same(known.get(), entry.spec())) {
      changes.add("change switch " + name);
      switches.change(known.get(), entry.spec(), requestedBy);
    }
    Switch owner = known.orElseGet(() -> switches.register(entry.spec()));
    entry.ports().forEach((port, role) -> portEntry(owner, port, role, requestedBy, changes));
  }

  private void portEntry(
      Switch owner, PortName name, PortRole role, String requestedBy, List<String> changes) {
    Optional<Port> known = switches.findPort(owner, name);
    if (known.isEmpty()) {
      changes.add("add port %s to switch %s".formatted(name, owner.label()));
      switches.registerPort(owner, name, role, requestedBy);
    } else if (known.get().role() != role) {
      throw HaasException.blocked(
          "Port %s of switch %s is %s; delete it before it is registered as %s."
              .formatted(name, owner.label(), known.get().role(), role));
    }
  }

  private void nodeEntry(NodeEntry entry, List<String> changes) {
    Optional<Node> known = nodes.find(entry.name());
    if (known.isEmpty()) {
      changes.add("add node " + entry.name());
      nodes.register(new NodeSpec(entry.name(), entry.metadata(), Optional.empty()));
    } else {
      facts
          .record(known.get(), entry.metadata())
          .forEach(fact -> changes.add("set metadata %s of node %s".formatted(fact, entry.name())));
    }
    Node node = nodes.locked(entry.name());
    entry.bmc().ifPresent(bmc -> bmcEntry(node, bmc, changes));
    entry.nics().forEach(nic -> nicEntry(node, nic, changes));
  }

  private void bmcEntry(Node node, BmcSpec bmc, List<String> changes) {
    if (!bmcs.same(node, bmc)) {
      String what = bmcs.find(node).isPresent() ? "change the BMC of node " : "add a BMC to node ";
      changes.add(what + node.label());
      bmcs.record(node, bmc);
    }
  }

  private void nicEntry(Node node, NicEntry entry, List<String> changes) {
    Optional<Nic> known = nodes.findNic(node, entry.name());
    if (known.isEmpty()) {
      changes.add("add NIC %s to node %s".formatted(entry.name(), node.label()));
      database.persist(new Nic(node, entry.name(), entry.mac()));
      database.flush();
    } else if (!known.get().mac().equals(entry.mac())) {
      changes.add("change the MAC of NIC %s of node %s".formatted(entry.name(), node.label()));
      known.get().become(entry.mac());
    }
    entry.place().ifPresent(place -> cable(node, entry.name(), place, changes));
  }

  private void cable(Node node, Label nic, Place place, List<String> changes) {
    Optional<Port> now = nodes.requireNic(node, nic).port();
    if (now.filter(port -> isAt(port, place)).isPresent()) {
      return;
    }
    now.ifPresent(port -> cables.disconnect(port.owner().label(), port.name()));
    changes.add(
        "connect NIC %s of node %s to port %s of switch %s"
            .formatted(nic, node.label(), place.port(), place.switchName()));
    cables.connect(place.switchName(), place.port(), node.label(), nic);
  }

  private static boolean isAt(Port port, Place place) {
    return port.name().equals(place.port()) && port.owner().label().equals(place.switchName());
  }
}
