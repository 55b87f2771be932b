package org.haas.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.haas.overview.HoldingQuery;
import org.haas.overview.HoldingView;
import org.haas.overview.Holdings;
import org.haas.page.Page;
import org.haas.project.Projects;

/** The list of projects. What is shown is in the address. */
@Named("projects")
@ViewScoped
public class ProjectsBean implements Serializable {
  private static final int ROWS = 25;

  @Inject private Holdings holdings;
  @Inject private Projects projects;

  private String text;
  private String name;
  private int page = 1;
  private transient Page<HoldingView> found;

  /** Reads the page from the database: one statement. */
  public void load() {
    found = holdings.list(new HoldingQuery(Input.text(text), false, Pager.request(page, ROWS)));
  }

  /** The projects of this page. */
  public Page<HoldingView> getFound() {
    if (found == null) {
      load();
    }
    return found;
  }

  /** Where in the list this page is. */
  public Pager getPager() {
    return new Pager(Math.max(page, 1), ROWS, getFound().total());
  }

  /** Opens the dialog, empty. */
  public void reset() {
    name = null;
  }

  /** Makes a project and goes to its page, where its first manager is named. */
  public void create() {
    if (Attempt.of("create-messages", () -> projects.create(Input.label("name", name)))) {
      Leave.to("/projects/" + name.strip());
    }
  }

  private ListAddress address() {
    return ListAddress.of("/projects")
        .with("text", text)
        .with("page", page > 1 ? String.valueOf(page) : null);
  }

  /** The list at another page. */
  public String at(int number) {
    return address().with("page", String.valueOf(number)).toString();
  }

  /** Whether a filter hides anything. */
  public boolean isFiltered() {
    return Input.text(text).isPresent();
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public int getPage() {
    return page;
  }

  public void setPage(int page) {
    this.page = page;
  }
}
