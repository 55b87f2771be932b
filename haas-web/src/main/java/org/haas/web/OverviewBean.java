package org.haas.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.haas.headnode.HeadnodeQuery;
import org.haas.headnode.HeadnodeView;
import org.haas.headnode.Headnodes;
import org.haas.network.AttachmentView;
import org.haas.network.Attachments;
import org.haas.network.NetworkQuery;
import org.haas.network.NetworkView;
import org.haas.network.Networks;
import org.haas.node.NodeQuery;
import org.haas.node.NodeView;
import org.haas.node.Nodes;
import org.haas.operation.OperationView;
import org.haas.overview.Alerts;
import org.haas.overview.HoldingQuery;
import org.haas.overview.HoldingView;
import org.haas.overview.Holdings;
import org.haas.page.Page;
import org.haas.page.PageRequest;
import org.haas.spi.Label;

/** The first page: what needs the person, what his project holds, what runs, his projects. */
@Named("overview")
@ViewScoped
public class OverviewBean implements Serializable {
  private static final PageRequest SOME = new PageRequest(0, 8);
  private static final int MOST_ALERTS = 5;

  @Inject private Nodes nodes;
  @Inject private Networks networks;
  @Inject private Headnodes headnodes;
  @Inject private Attachments attachments;
  @Inject private Alerts alerts;
  @Inject private Holdings holdings;
  @Inject private TopBean top;

  private transient List<OperationView> troubles;
  private transient Page<HoldingView> projects;
  private transient Page<NodeView> held;
  private transient Page<NetworkView> usable;
  private transient Page<HeadnodeView> heads;
  private transient Map<Label, List<AttachmentView>> connections;

  /** Reads everything that the page shows: a fixed number of statements. */
  public void load() {
    troubles = alerts.list(MOST_ALERTS + 1);
    projects = holdings.list(new HoldingQuery(Optional.empty(), !top.isAdmin(), SOME));
    held = top.chosen().map(this::heldBy).orElse(new Page<>(List.of(), 0));
    heads = top.chosen().map(this::headnodesOf).orElse(new Page<>(List.of(), 0));
    usable = top.chosen().map(this::usableBy).orElse(new Page<>(List.of(), 0));
    connections =
        attachments.ofNodes(held.items().stream().map(NodeView::name).toList()).stream()
            .collect(Collectors.groupingBy(AttachmentView::node));
  }

  private Page<NodeView> heldBy(Label project) {
    return nodes.list(
        new NodeQuery(
            Optional.empty(),
            Optional.empty(),
            Optional.of(project),
            NodeQuery.Sort.NAME,
            false,
            SOME));
  }

  private Page<HeadnodeView> headnodesOf(Label project) {
    return headnodes.list(
        new HeadnodeQuery(Optional.empty(), Optional.of(project), Optional.empty(), SOME));
  }

  private Page<NetworkView> usableBy(Label project) {
    return networks.list(new NetworkQuery(Optional.empty(), Optional.of(project), SOME));
  }

  /** What failed and nobody has answered yet, the newest. */
  public List<OperationView> getAlerts() {
    return all().troubles.stream().limit(MOST_ALERTS).toList();
  }

  /** Whether there is more of that than is shown. */
  public boolean isMoreAlerts() {
    return all().troubles.size() > MOST_ALERTS;
  }

  /** The person's projects, an administrator's are all: the first ones. */
  public Page<HoldingView> getProjects() {
    return all().projects;
  }

  /** The machines of the project that he works for: the first ones. */
  public List<NodeRow> getHeld() {
    return all().held.items().stream()
        .map(
            node ->
                new NodeRow(
                    node, connections.getOrDefault(node.name(), List.of()), Optional.empty()))
        .toList();
  }

  /** How many machines that project holds. */
  public long getHeldCount() {
    return all().held.total();
  }

  /** Its headnodes: the first ones. */
  public Page<HeadnodeView> getHeadnodes() {
    return all().heads;
  }

  /** The networks that the project may use: the first ones. */
  public Page<NetworkView> getUsable() {
    return all().usable;
  }

  private OverviewBean all() {
    if (troubles == null) {
      load();
    }
    return this;
  }
}
