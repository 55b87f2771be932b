package org.haas.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.haas.network.ChangeSetSpec;
import org.haas.network.ChangeSets;
import org.haas.network.NetworkQuery;
import org.haas.network.NetworkView;
import org.haas.network.Networks;
import org.haas.network.Wish;
import org.haas.node.NicView;
import org.haas.node.NodeView;
import org.haas.node.Nodes;
import org.haas.page.PageRequest;
import org.haas.spi.Channel;
import org.haas.spi.Label;

/** The dialog that plans the networks of the nodes that are picked in the list. */
@Named("plan")
@ViewScoped
public class PlanBean implements Serializable {
  private static final String MESSAGES = "plan-messages";

  @Inject private NodesBean nodes;
  @Inject private Nodes machines;
  @Inject private Networks networks;
  @Inject private ChangeSets changes;

  private String nic;
  private String network;
  private String mode;
  private boolean tagged;
  private transient List<NodeView> picked;
  private transient List<NetworkView> usable;

  /** Opens the dialog for the nodes that are picked. */
  public void open() {
    nodes.askAll();
    nic = null;
    network = null;
    mode = Wish.Mode.ADD.name();
    tagged = false;
    picked = null;
    usable = null;
  }

  private List<NodeView> picked() {
    if (picked == null) {
      picked =
          nodes.getAsked().stream().map(name -> machines.show(Input.label("node", name))).toList();
    }
    return picked;
  }

  /** The names of NICs that each of the nodes has, in order. */
  public List<String> getNics() {
    Set<String> common = null;
    for (NodeView node : picked()) {
      Set<String> its =
          node.nics().stream()
              .map(NicView::name)
              .map(Label::value)
              .collect(Collectors.toCollection(TreeSet::new));
      if (common == null) {
        common = its;
      } else {
        common.retainAll(its);
      }
    }
    return common == null ? List.of() : new ArrayList<>(common);
  }

  /** The networks that the project of the first node may use. */
  public List<NetworkView> getUsable() {
    if (usable == null) {
      Optional<Label> project = picked().stream().findFirst().flatMap(NodeView::project);
      usable =
          project.isEmpty()
              ? List.of()
              : networks
                  .list(
                      new NetworkQuery(
                          Optional.empty(), project, new PageRequest(0, PageRequest.MAX_LIMIT)))
                  .items();
    }
    return usable;
  }

  /** Plans it, and goes to the plan; nothing is done yet. */
  public void make() {
    UUID[] made = new UUID[1];
    if (Attempt.of(MESSAGES, () -> made[0] = changes.plan(wishes()).id().orElseThrow())) {
      Leave.to("/changes/" + made[0]);
    }
  }

  private ChangeSetSpec wishes() {
    Label card = Input.label("nic", nic);
    Wish.Mode wanted = Input.constant(Wish.Mode.class, mode).orElse(Wish.Mode.ADD);
    Wish.On on = new Wish.On(Input.label("network", network), channel(wanted));
    return new ChangeSetSpec(
        nodes.getAsked().stream()
            .map(name -> new Wish(Input.label("node", name), card, wanted, List.of(on)))
            .toList());
  }

  private Optional<Channel> channel(Wish.Mode wanted) {
    if (!tagged || wanted == Wish.Mode.REMOVE) {
      return Optional.empty();
    }
    return getUsable().stream()
        .filter(view -> view.name().value().equals(network))
        .flatMap(view -> view.channels().stream())
        .filter(Channel.Tagged.class::isInstance)
        .findFirst();
  }

  public String getNic() {
    return nic;
  }

  public void setNic(String nic) {
    this.nic = nic;
  }

  public String getNetwork() {
    return network;
  }

  public void setNetwork(String network) {
    this.network = network;
  }

  public String getMode() {
    return mode;
  }

  public void setMode(String mode) {
    this.mode = mode;
  }

  public boolean isTagged() {
    return tagged;
  }

  public void setTagged(boolean tagged) {
    this.tagged = tagged;
  }
}
