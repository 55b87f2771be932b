package org.haas.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.haas.operation.OperationQuery;
import org.haas.operation.OperationState;
import org.haas.operation.OperationView;
import org.haas.operation.Operations;
import org.haas.operation.StepView;
import org.haas.page.Page;

/**
 * What was asked of the hardware and how it went, newest first. What is shown is in the address.
 */
@Named("activity")
@ViewScoped
public class ActivityBean implements Serializable {
  private static final int ROWS = 25;

  @Inject private Operations operations;

  private String show;
  private String project;
  private String node;
  private String headnode;
  private int page = 1;
  private transient Page<OperationView> found;
  private transient Map<UUID, List<StepView>> steps;

  /** Reads the page from the database. */
  public void load() {
    found =
        operations.list(
            new OperationQuery(
                Input.labelIn(project),
                Input.labelIn(node),
                Input.labelIn(headnode),
                states(),
                Pager.request(page, ROWS)));
    steps =
        operations.steps(
            found.items().stream()
                .filter(operation -> operation.headnode().isPresent())
                .map(OperationView::id)
                .toList());
  }

  private Set<OperationState> states() {
    return switch (show == null ? "" : show) {
      case "open" -> OperationQuery.OPEN;
      case "failed" -> Set.of(OperationState.ERROR);
      case "done" -> Set.of(OperationState.DONE);
      default -> Set.of();
    };
  }

  /** The operations of this page. */
  public Page<OperationView> getFound() {
    if (found == null) {
      load();
    }
    return found;
  }

  /** The steps of an operation of this page, if it has several. */
  public List<StepView> steps(OperationView operation) {
    getFound();
    return steps.getOrDefault(operation.id(), List.of());
  }

  /** Where in the list this page is. */
  public Pager getPager() {
    return new Pager(Math.max(page, 1), ROWS, getFound().total());
  }

  /** Takes back what has not begun. */
  public void cancel(UUID operation) {
    Attempt.of("messages", () -> operations.cancel(operation));
    load();
  }

  private ListAddress address() {
    return ListAddress.of("/activity")
        .with("show", show)
        .with("project", project)
        .with("node", node)
        .with("headnode", headnode)
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

  /** Whether a filter hides anything. */
  public boolean isFiltered() {
    return Stream.of(show, project, node, headnode).anyMatch(Objects::nonNull);
  }

  public String getShow() {
    return show;
  }

  public void setShow(String show) {
    this.show = show;
  }

  public String getProject() {
    return project;
  }

  public void setProject(String project) {
    this.project = project;
  }

  public String getNode() {
    return node;
  }

  public void setNode(String node) {
    this.node = node;
  }

  public String getHeadnode() {
    return headnode;
  }

  public void setHeadnode(String headnode) {
    this.headnode = headnode;
  }

  public int getPage() {
    return page;
  }

  public void setPage(int page) {
    this.page = page;
  }
}
