package org.haas.network;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.haas.access.Access;
import org.haas.audit.AuditTrail;
import org.haas.error.HaasException;
import org.haas.node.NodeStore;
import org.haas.node.Nodes;
import org.haas.node.SiteDocument;
import org.haas.node.SiteDocument.NicEntry;
import org.haas.node.SiteDocument.Place;
import org.haas.node.Sites;
import org.haas.spi.Label;
import org.haas.switches.PortRole;
import org.haas.switches.SwitchStore;
import org.haas.switches.Switches;

/**
 * Takes over machines that are in use already, by the boundaries that make each part of it, in one
 * transaction: whoever looks at the port first knows what it shall carry. For administrators.
 */
@Stateless
public class Takeovers {
  @Resource private SessionContext context;
  @Inject private Access access;
  @Inject private NodeStore nodes;
  @Inject private SwitchStore switches;
  @Inject private AuditTrail trail;
  @EJB private Switches registry;
  @EJB private Sites sites;
  @EJB private Nodes holders;
  @EJB private ChangeSets changeSets;

  /**
   * Records the machine, its ports and cables, gives it to its project and connects it, all or
   * nothing. A port that carries exactly its networks is only read; another one is parked first.
   *
   * @param dryRun only tell the changes: they are made and rolled back
   * @throws HaasException FORBIDDEN; NOT_FOUND a switch, project or network; DUPLICATE the node is
   *     there, or a port has a NIC; BAD_ARGUMENT; BLOCKED as {@link ChangeSets#plan}, a port is not
   *     parked, or HaaS only observes
   */
  public TakeoverView takeOver(TakeoverSpec spec, boolean dryRun) {
    access.requireAdmin();
    if (nodes.find(spec.name()).isPresent()) {
      throw HaasException.duplicate(
          "Node %s is there already; connect it by a change-set, or delete it first."
              .formatted(spec.name()));
    }
    List<String> changes = new ArrayList<>();
    spec.node().nics().forEach(nic -> nic.place().ifPresent(place -> port(place, changes)));
    changes.addAll(sites.apply(new SiteDocument(List.of(), List.of(spec.node())), false).changes());
    spec.project().ifPresent(project -> reserve(project, spec.name(), changes));
    Optional<UUID> connecting = connect(spec, changes);
    if (dryRun) {
      context.setRollbackOnly();
    } else {
      String project = spec.project().map(Label::value).orElse("");
      trail.record("node.take-over", project, spec.name().value(), String.join("; ", changes));
    }
    return new TakeoverView(changes, connecting.filter(id -> !dryRun), !dryRun);
  }

  private void port(Place place, List<String> changes) {
    if (switches.findPort(switches.require(place.switchName()), place.port()).isEmpty()) {
      registry.registerPort(place.switchName(), place.port(), PortRole.EDGE);
      changes.add("add port %s to switch %s".formatted(place.port(), place.switchName()));
    }
  }

  private void reserve(Label project, Label node, List<String> changes) {
    holders.reserve(project, node);
    changes.add("reserve node %s for project %s".formatted(node, project));
  }

  private Optional<UUID> connect(TakeoverSpec spec, List<String> changes) {
    if (spec.attachments().isEmpty()) {
      return Optional.empty();
    }
    Map<Label, List<Wish.On>> byNic = new LinkedHashMap<>();
    for (NicEntry nic : spec.node().nics()) {
      byNic.put(nic.name(), new ArrayList<>());
    }
    for (TakeoverSpec.Carried each : spec.attachments()) {
      byNic.computeIfAbsent(each.nic(), unknown -> new ArrayList<>()).add(each.on());
      changes.add(
          "connect NIC %s of node %s to network %s".formatted(each.nic(), spec.name(), each.on()));
    }
    List<Wish> wishes =
        byNic.entrySet().stream()
            .filter(nic -> !nic.getValue().isEmpty())
            .map(nic -> new Wish(spec.name(), nic.getKey(), Wish.Mode.EXACTLY, nic.getValue()))
            .toList();
    UUID planned = changeSets.plan(new ChangeSetSpec(wishes)).id().orElseThrow();
    return changeSets.apply(planned).id();
  }
}
