package org.haas.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import org.haas.access.Access;
import org.haas.node.NodeQuery;
import org.haas.node.NodeSpec;
import org.haas.node.NodeView;
import org.haas.node.Nodes;
import org.haas.page.Page;

/** The inventory's nodes with their NICs and cables. What is shown is in the address. */
@Named("machines")
@ViewScoped
public class MachinesBean implements Serializable {
  private static final int ROWS = 25;

  @Inject private Access access;
  @Inject private Nodes nodes;

  private String text;
  private int page = 1;
  private String newName;
  private transient Page<NodeView> found;

  /** Reads the page from the database. */
  public void load() {
    access.requireAdmin();
    found =
        nodes.list(
            new NodeQuery(
                Input.text(text),
                Optional.empty(),
                Optional.empty(),
                NodeQuery.Sort.NAME,
                false,
                Pager.request(page, ROWS)));
  }

  /** The nodes of this page. */
  public Page<NodeView> getFound() {
    if (found == null) {
      load();
    }
    return found;
  }

  /** Where in the list this page is. */
  public Pager getPager() {
    return new Pager(Math.max(page, 1), ROWS, getFound().total());
  }

  /** The list at another page. */
  public String at(int number) {
    return ListAddress.of("/admin/inventory/nodes")
        .with("text", text)
        .with("page", String.valueOf(number))
        .toString();
  }

  /** Whether a filter hides anything. */
  public boolean isFiltered() {
    return Input.text(text).isPresent();
  }

  /** Records a machine and goes to its page. */
  public void create() {
    boolean made =
        Attempt.of(
            "new-node-messages",
            () ->
                nodes.register(
                    new NodeSpec(Input.label("name", newName), Map.of(), Optional.empty())));
    if (made) {
      Navigation.go("/admin/inventory/nodes/" + newName.strip());
    }
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }

  public int getPage() {
    return page;
  }

  public void setPage(int page) {
    this.page = page;
  }

  public String getNewName() {
    return newName;
  }

  public void setNewName(String newName) {
    this.newName = newName;
  }
}
