package org.haas.web;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haas.network.AttachmentView;
import org.haas.network.Attachments;
import org.haas.node.NodeQuery;
import org.haas.node.NodeState;
import org.haas.node.NodeView;
import org.haas.node.Nodes;
import org.haas.page.Page;
import org.haas.power.PowerAction;
import org.haas.power.PowerControls;
import org.haas.spi.Label;

/**
 * The list of nodes. What is shown is in the address. No parameter of a page may be called state or
 * code: the login takes such a request for its own.
 */
@Named("nodes")
@ViewScoped
public class NodesBean implements Serializable {
  private static final int ROWS = 25;
  private static final String PICK = "pick";

  @Inject private Nodes nodes;
  @Inject private Attachments attachments;
  @Inject private PowerControls controls;
  @Inject private TopBean top;

  private String text;
  private String state;
  private String project;
  private String sort;
  private String order;
  private int page = 1;
  private List<String> asked = List.of();
  private String powerAsked = PowerAction.OFF.word();
  private Outcome outcome = Outcome.NONE;
  private transient Page<NodeView> found;
  private transient Map<Label, List<AttachmentView>> networks;

  /** Reads the page from the database: two statements, however many rows. */
  public void load() {
    found =
        nodes.list(
            new NodeQuery(
                Input.text(text),
                Input.constant(NodeState.class, state),
                Input.labelIn(project),
                Input.constant(NodeQuery.Sort.class, sort).orElse(NodeQuery.Sort.NAME),
                "desc".equals(order),
                Pager.request(page, ROWS)));
    networks =
        attachments.ofNodes(found.items().stream().map(NodeView::name).toList()).stream()
            .collect(Collectors.groupingBy(AttachmentView::node));
  }

  /** The rows of this page. */
  public List<NodeRow> getRows() {
    return found().items().stream()
        .map(
            node ->
                new NodeRow(
                    node,
                    networks.getOrDefault(node.name(), List.of()),
                    outcome.refusalOf(node.name().value())))
        .toList();
  }

  /** Where in the list this page is. */
  public Pager getPager() {
    return new Pager(Math.max(page, 1), ROWS, found().total());
  }

  /** Gives the node to the project that the person works for. */
  public void reserve(String node) {
    reserve(List.of(node));
  }

  /** Gives each node that is picked to that project; those that cannot be had are named. */
  public void reserveAll() {
    reserve(sent());
  }

  private void reserve(List<String> chosen) {
    attempt(
        chosen,
        node -> nodes.reserve(Input.label("project", top.getProject()), Input.label("node", node)));
  }

  /** Opens the question whether to give the node back. */
  public void ask(String node) {
    asked = List.of(node);
  }

  /** Opens the question whether to give the nodes that are picked back. */
  public void askAll() {
    asked = sent();
  }

  /** Opens the question whether to do that to the nodes that are picked. */
  public void askPower(String action) {
    askAll();
    powerAsked = PowerAction.parse(action).word();
  }

  /** Does it to the nodes that were asked about; those that refuse are named. */
  public void power() {
    attempt(asked, node -> controls.act(Input.label("node", node), PowerAction.parse(powerAsked)));
  }

  /** What is asked about. */
  public String getPowerAsked() {
    return powerAsked;
  }

  /** Gives the nodes that were asked about back; those that have to stay are named. */
  public void release() {
    attempt(asked, node -> nodes.release(Optional.empty(), Input.label("node", node)));
  }

  /** Each by itself: one that is refused keeps no other back. */
  private void attempt(List<String> chosen, Consumer<String> action) {
    outcome = Outcome.of(chosen, action);
    load();
  }

  /** What is picked on the page: a page's rows at most, whatever a browser sends. */
  private static List<String> sent() {
    String[] names =
        FacesContext.getCurrentInstance()
            .getExternalContext()
            .getRequestParameterValuesMap()
            .get(PICK);
    return names == null ? List.of() : Stream.of(names).distinct().limit(ROWS).toList();
  }

  private Page<NodeView> found() {
    if (found == null) {
      load();
    }
    return found;
  }

  private ListAddress address() {
    return ListAddress.of("/nodes")
        .with("text", text)
        .with("show", state)
        .with("project", project)
        .with("sort", sort)
        .with("order", order)
        .with("page", page > 1 ? String.valueOf(page) : null);
  }

  /** The list with one filter changed; an empty value takes it away. */
  public String with(String parameter, String value) {
    return address().with(parameter, value).toString();
  }

  /** The list at another page. */
  public String at(int number) {
    return address().with("page", String.valueOf(number)).toString();
  }

  /** The list sorted by that column, or the other way round when it is already. */
  public String sortedBy(String column) {
    boolean turn = isSortedBy(column) && !isDescending();
    return address().with("sort", column).with("order", turn ? "desc" : null).toString();
  }

  /** Whether the list is sorted by that column. */
  public boolean isSortedBy(String column) {
    return column.equals(sort == null ? "name" : sort);
  }

  /** Whether it is sorted downwards. */
  public boolean isDescending() {
    return "desc".equals(order);
  }

  /** Whether a filter hides anything. */
  public boolean isFiltered() {
    return Input.text(text).isPresent() || state != null || project != null;
  }

  /** The nodes that are asked about. */
  public List<String> getAsked() {
    return asked;
  }

  /** How what was asked of several nodes at once went. */
  public Outcome getOutcome() {
    return outcome;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }

  public String getState() {
    return state;
  }

  public void setState(String state) {
    this.state = state;
  }

  public String getProject() {
    return project;
  }

  public void setProject(String project) {
    this.project = project;
  }

  public String getSort() {
    return sort;
  }

  public void setSort(String sort) {
    this.sort = sort;
  }

  public String getOrder() {
    return order;
  }

  public void setOrder(String order) {
    this.order = order;
  }

  public int getPage() {
    return page;
  }

  public void setPage(int page) {
    this.page = page;
  }
}
