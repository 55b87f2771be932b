package org.haas.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Objects;
import java.util.stream.Stream;
import org.haas.headnode.HeadnodeQuery;
import org.haas.headnode.HeadnodeState;
import org.haas.headnode.HeadnodeView;
import org.haas.headnode.Headnodes;
import org.haas.page.Page;

/** The list of headnodes. What is shown is in the address. */
@Named("headnodes")
@ViewScoped
public class HeadnodesBean implements Serializable {
  private static final int ROWS = 25;

  @Inject private Headnodes headnodes;

  private String text;
  private String state;
  private String project;
  private int page = 1;
  private transient Page<HeadnodeView> found;

  /** Reads the page from the database: three statements at most, however many rows. */
  public void load() {
    found =
        headnodes.list(
            new HeadnodeQuery(
                Input.text(text),
                Input.labelIn(project),
                Input.constant(HeadnodeState.class, state),
                Pager.request(page, ROWS)));
  }

  /** The headnodes of this page. */
  public Page<HeadnodeView> getFound() {
    if (found == null) {
      load();
    }
    return found;
  }

  /** Where in the list this page is. */
  public Pager getPager() {
    return new Pager(Math.max(page, 1), ROWS, getFound().total());
  }

  private ListAddress address() {
    return ListAddress.of("/headnodes")
        .with("text", text)
        .with("show", state)
        .with("project", project)
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

  /** The states that the list can be filtered by, as they stand in its address. */
  public String[] getStates() {
    return new String[] {"running", "stopped", "creating", "broken"};
  }

  /** Whether a filter hides anything. */
  public boolean isFiltered() {
    return Input.text(text).isPresent() || Stream.of(state, project).anyMatch(Objects::nonNull);
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

  public int getPage() {
    return page;
  }

  public void setPage(int page) {
    this.page = page;
  }
}
