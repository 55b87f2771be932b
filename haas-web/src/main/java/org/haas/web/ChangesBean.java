package org.haas.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.haas.network.ChangeSetQuery;
import org.haas.network.ChangeSetState;
import org.haas.network.ChangeSetView;
import org.haas.network.ChangeSets;
import org.haas.page.Page;

/** Change-sets, newest first. What is shown is in the address. */
@Named("changes")
@ViewScoped
public class ChangesBean implements Serializable {
  private static final int ROWS = 25;

  @Inject private ChangeSets changes;

  private String show;
  private String project;
  private int page = 1;
  private transient Page<ChangeSetView> found;

  /** Reads the page from the database. */
  public void load() {
    found =
        changes.list(
            new ChangeSetQuery(
                Input.labelIn(project),
                Input.constant(ChangeSetState.class, show),
                Pager.request(page, ROWS)));
  }

  /** The change-sets of this page. */
  public Page<ChangeSetView> getFound() {
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
    return ListAddress.of("/changes")
        .with("show", show)
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

  /** Whether a filter hides anything. */
  public boolean isFiltered() {
    return show != null || project != null;
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

  public int getPage() {
    return page;
  }

  public void setPage(int page) {
    this.page = page;
  }
}
