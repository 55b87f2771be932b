package org.haas.network;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.haas.error.HaasException;
import org.haas.node.Nic;
import org.haas.node.Node;
import org.haas.node.NodeState;
import org.haas.node.NodeStore;
import org.haas.project.Project;
import org.haas.spi.Channel;
import org.haas.spi.Label;
import org.haas.spi.SwitchDriver;
import org.haas.switches.Drivers;

/** Works out what a change-set would do, and whether all of it may be done. Asks no switch. */
@ApplicationScoped
class ChangePlanner {
  @PersistenceContext private EntityManager database;
  @Inject private NodeStore nodes;
  @Inject private NetworkStore networks;
  @Inject private ConnectRules rules;
  @Inject private Drivers drivers;

  /**
   * What would be done.
   *
   * @param owner the project that holds every node
   * @param nics those that change, by row
   */
  record Plan(Project owner, List<NicPlan> nics) {}

  /**
   * The plan; nodes and networks stay as they are until the transaction ends.
   *
   * @throws HaasException as {@link Attachments#connect}; also BAD_ARGUMENT the nodes are not of
   *     one project
   */
  Plan plan(ChangeSetSpec spec) {
    Map<Label, Node> held = held(spec);
    Project owner = owner(held.values());
    Map<Long, List<Nic>> plugged =
        nodes.nicsOf(held.values()).stream().collect(Collectors.groupingBy(nic -> nic.node().id()));
    Map<Wish, Nic> nics = new HashMap<>();
    spec.wishes().forEach(wish -> nics.put(wish, nic(wish, held.get(wish.node()), plugged)));
    Map<Label, Network> wanted = wanted(spec, owner);
    Map<Long, List<Attachment>> there =
        networks.ofNics(nics.values().stream().map(Nic::id).toList()).stream()
            .collect(Collectors.groupingBy(attachment -> attachment.nic().id()));
    rules.requireNoOpenOperation(nics.values());
    List<NicPlan> plans = new ArrayList<>();
    for (Wish wish : spec.wishes()) {
      Nic nic = nics.get(wish);
      NicPlan plan = plan(wish, nic, there.getOrDefault(nic.id(), List.of()), wanted);
      if (plan.isChange()) {
        plans.add(plan);
      }
    }
    plans.sort((one, other) -> Long.compare(one.nic().id(), other.nic().id()));
    return new Plan(owner, plans);
  }

  private Map<Label, Node> held(ChangeSetSpec spec) {
    Map<Label, Node> found =
        nodes.lockAll(spec.wishes().stream().map(Wish::node).distinct().toList()).stream()
            .collect(Collectors.toMap(Node::label, node -> node));
    for (Wish wish : spec.wishes()) {
      Node node = found.get(wish.node());
      if (node == null) {
        throw HaasException.notFound("node", wish.node());
      }
      if (node.state() != NodeState.FREE) {
        nodes.requireHolder(node);
      }
      node.requireReserved();
    }
    return found;
  }

  private Project owner(Collection<Node> held) {
    List<Long> owners =
        held.stream().map(node -> node.projectId().orElseThrow()).distinct().toList();
    if (owners.size() > 1) {
      throw HaasException.badArgument(
          "nics", "A change-set is for the nodes of one project; make one for each.");
    }
    return database.find(Project.class, owners.get(0));
  }

  private static Nic nic(Wish wish, Node node, Map<Long, List<Nic>> plugged) {
    return plugged.getOrDefault(node.id(), List.of()).stream()
        .filter(nic -> nic.label().equals(wish.nic()))
        .findFirst()
        .orElseThrow(() -> HaasException.notFound("NIC", wish.nic() + " of node " + wish.node()));
  }

  private Map<Label, Network> wanted(ChangeSetSpec spec, Project owner) {
    TreeSet<String> named = new TreeSet<>();
    spec.wishes().forEach(wish -> wish.networks().forEach(on -> named.add(on.network().value())));
    Map<Label, Network> found = new HashMap<>();
    for (String name : named) {
      Network network = networks.shared(new Label(name));
      network.requireUsableBy(owner.id(), owner.label());
      found.put(network.label(), network);
    }
    return found;
  }

  private NicPlan plan(Wish wish, Nic nic, List<Attachment> there, Map<Label, Network> wanted) {
    List<NicPlan.Place> now =
        there.stream()
            .filter(Attachment::isWanted)
            .map(on -> new NicPlan.Place(on.network(), on.channel()))
            .toList();
    List<NicPlan.Place> then = then(wish, now, wanted);
    NicPlan plan = new NicPlan(nic, Attachments.portOf(nic), now, then, List.of());
    rules.requireConnectable(plan, there);
    return new NicPlan(nic, plan.port(), now, then, lines(plan));
  }

  private static List<NicPlan.Place> then(
      Wish wish, List<NicPlan.Place> now, Map<Label, Network> wanted) {
    List<NicPlan.Place> then = new ArrayList<>();
    if (wish.mode() != Wish.Mode.EXACTLY) {
      now.stream()
          .filter(
              place ->
                  wish.mode() == Wish.Mode.ADD
                      || wish.networks().stream()
                          .noneMatch(on -> on.network().equals(place.network().label())))
          .forEach(then::add);
    }
    if (wish.mode() != Wish.Mode.REMOVE) {
      for (Wish.On on : wish.networks()) {
        Network network = wanted.get(on.network());
        Channel channel = network.requireLegal(on.channel());
        NicPlan.Place place = new NicPlan.Place(network, channel);
        if (then.stream().noneMatch(place::isSame)) {
          then.add(place);
        }
      }
    }
    return then;
  }

  private List<String> lines(NicPlan plan) {
    return drivers
        .find(plan.port().owner().type())
        .map((SwitchDriver driver) -> driver.render(plan.change()))
        .orElse(List.of());
  }
}
