package org.haas.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.haas.network.NetworkQuery;
import org.haas.network.NetworkView;
import org.haas.network.Networks;
import org.haas.page.Page;

/** The list of networks. What is shown is in the address. */
@Named("networks")
@ViewScoped
public class NetworksBean implements Serializable {
  private static final int ROWS = 25;

  @Inject private Networks networks;

  private String text;
  private String usableBy;
  private int page = 1;
  private transient Page<NetworkView> found;

  /** Reads the page from the database. */
  public void load() {
    found =
        networks.list(
            new NetworkQuery(Input.text(text), Input.labelIn(usableBy), Pager.request(page, ROWS)));
  }

  /** The networks of this page. */
  public Page<NetworkView> getFound() {
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
    return ListAddress.of("/networks")
        .with("text", text)
        .with("usableBy", usableBy)
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
    return Input.text(text).isPresent() || usableBy != null;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }

  public String getUsableBy() {
    return usableBy;
  }

  public void setUsableBy(String usableBy) {
    this.usableBy = usableBy;
  }

  public int getPage() {
    return page;
  }

  public void setPage(int page) {
    this.page = page;
  }
}
