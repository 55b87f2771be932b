package org.haas.web;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Optional;
import java.util.Set;
import org.haas.token.ApiTokenSpec;
import org.haas.token.ApiTokens;

/**
 * The dialog that makes an API token. What a token is used with is in the one answer that shows it,
 * and in nothing that outlives the request.
 */
@Named("newToken")
@ViewScoped
public class NewTokenBean implements Serializable {
  private static final String ADMINISTRATOR = "*";
  private static final int USUAL_DAYS = 90;

  @Inject private ApiTokens tokens;
  @Inject private TokensBean list;

  private String name;
  private String use;
  private boolean readOnly;
  private int days = USUAL_DAYS;

  /** Opens the dialog, empty. */
  public void reset() {
    name = null;
    use = null;
    readOnly = false;
    days = USUAL_DAYS;
  }

  /** Makes it. */
  public void create() {
    Attempt.of(
        "create-messages",
        () ->
            FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestMap()
                .put("madeToken", tokens.create(spec())));
    list.load();
  }

  private ApiTokenSpec spec() {
    boolean admin = ADMINISTRATOR.equals(use);
    return new ApiTokenSpec(
        Input.label("name", name),
        admin ? Optional.empty() : Input.text(use).map(text -> Set.of(Input.label("use", text))),
        readOnly,
        admin,
        days);
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  /**
   * The project that it is for; empty: all of the person's; a star: everything, as administrator.
   */
  public String getUse() {
    return use;
  }

  public void setUse(String use) {
    this.use = use;
  }

  public boolean isReadOnly() {
    return readOnly;
  }

  public void setReadOnly(boolean readOnly) {
    this.readOnly = readOnly;
  }

  public int getDays() {
    return days;
  }

  public void setDays(int days) {
    this.days = days;
  }
}
