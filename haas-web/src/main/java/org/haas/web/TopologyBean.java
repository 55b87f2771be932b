package org.haas.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.haas.overview.EndGroupView;
import org.haas.overview.EndKind;
import org.haas.overview.EndNetworkView;
import org.haas.overview.EndState;
import org.haas.overview.EndView;
import org.haas.overview.Topology;
import org.haas.overview.TopologyQuery;
import org.haas.page.Page;
import org.haas.page.PageRequest;
import org.haas.spi.Label;

/**
 * The picture of what is connected to what, and the same as a table. What is shown is in the
 * address. A large site's switches are folded, and one is opened at a time: a page never holds more
 * than so many ports.
 */
@Named("topology")
@ViewScoped
public class TopologyBean implements Serializable {
  private static final String TABLE = "table";
  private static final int TABLE_ROWS = 100;

  /** So many are shown at once; above that groups are folded. */
  private static final int PICTURE_ENDS = 200;

  @Inject private Topology topology;

  private String project;
  private String network;
  private String view;
  private String open;
  private int page = 1;
  private transient List<EndGroupView> groups;
  private transient List<EndNetworkView> networks;
  private transient Legend legend;
  private transient Page<EndView> ends;

  /** A group with what is shown of it. */
  public record Group(EndGroupView group, String key, boolean open, List<EndRow> ends) {}

  /** Reads what the page shows: four statements, and one for each that names a project. */
  public void load() {
    TopologyQuery all = query(PageRequest.FIRST);
    groups = topology.groups(all);
    networks = topology.networks(all);
    legend = Legend.of(networks);
    ends = found();
  }

  private Page<EndView> found() {
    if (isTable() || !isFolded()) {
      return topology.ends(query(Pager.request(page, isTable() ? TABLE_ROWS : PICTURE_ENDS)));
    }
    PageRequest part = Pager.request(page, PICTURE_ENDS);
    return groups.stream()
        .filter(group -> key(group).equals(open))
        .findFirst()
        .map(group -> topology.ends(query(part).of(group.kind(), group.switchName(), part)))
        .orElse(new Page<>(List.of(), 0));
  }

  private TopologyQuery query(PageRequest part) {
    return new TopologyQuery(
        Input.labelIn(project), Input.labelIn(network), Optional.empty(), Optional.empty(), part);
  }

  private void once() {
    if (ends == null) {
      load();
    }
  }

  /** The groups, each with what is shown of it. */
  public List<Group> getGroups() {
    once();
    List<Group> shown = new ArrayList<>();
    for (EndGroupView group : groups) {
      List<EndRow> its =
          ends.items().stream()
              .filter(end -> end.kind() == group.kind())
              .filter(end -> end.switchName().equals(group.switchName()))
              .map(end -> EndRow.of(end, legend))
              .toList();
      shown.add(new Group(group, key(group), !isFolded() || key(group).equals(open), its));
    }
    return shown;
  }

  /** The rows of the table. */
  public List<EndRow> getRows() {
    once();
    return ends.items().stream().map(end -> EndRow.of(end, legend)).toList();
  }

  /** The networks with their letters; each leads to what only it concerns. */
  public List<Legend.Entry> getNetworks() {
    once();
    return legend.entries(networks, network, name -> address().with("network", name).toString());
  }

  /** All signs. */
  public List<EndState> getStates() {
    return List.of(EndState.values());
  }

  /** The style of one. */
  public String kind(EndState state) {
    return EndRow.kind(state);
  }

  /** The shape of one. */
  public String shape(EndState state) {
    return EndRow.shape(state);
  }

  /** Whether there is anything. */
  public boolean isNothing() {
    once();
    return groups.isEmpty();
  }

  /** Whether there is too much to show all of it at once. */
  public boolean isFolded() {
    return groups.stream().mapToLong(EndGroupView::total).sum() > PICTURE_ENDS;
  }

  /** Whether the table is shown. */
  public boolean isTable() {
    return TABLE.equals(view);
  }

  /** Whether a filter hides anything. */
  public boolean isFiltered() {
    return Input.labelIn(project).isPresent() || Input.labelIn(network).isPresent();
  }

  /** Where in the list this page is. */
  public Pager getPager() {
    once();
    return new Pager(Math.max(page, 1), isTable() ? TABLE_ROWS : PICTURE_ENDS, ends.total());
  }

  private static String key(EndGroupView group) {
    return group.kind() == EndKind.PORT
        ? group.switchName().map(Label::value).orElse("")
        : "+" + group.kind();
  }

  private ListAddress address() {
    return ListAddress.of("/topology")
        .with("project", project)
        .with("network", network)
        .with("view", view)
        .with("open", open)
        .with("page", page > 1 ? String.valueOf(page) : null);
  }

  /** The same with one thing changed; an empty value takes it away. */
  public String with(String parameter, String value) {
    return address().with(parameter, value).toString();
  }

  /** The same at another page. */
  public String at(int number) {
    return with("page", String.valueOf(number));
  }

  public String getProject() {
    return project;
  }

  public void setProject(String project) {
    this.project = project;
  }

  public String getNetwork() {
    return network;
  }

  public void setNetwork(String network) {
    this.network = network;
  }

  public String getView() {
    return view;
  }

  public void setView(String view) {
    this.view = view;
  }

  public String getOpen() {
    return open;
  }

  public void setOpen(String open) {
    this.open = open;
  }

  public int getPage() {
    return page;
  }

  public void setPage(int page) {
    this.page = page;
  }
}
