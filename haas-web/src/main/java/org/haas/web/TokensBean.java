package org.haas.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.haas.config.HaasConfig;
import org.haas.token.ApiTokenView;
import org.haas.token.ApiTokens;

/** A person's API tokens. */
@Named("tokens")
@ViewScoped
public class TokensBean implements Serializable {
  @Inject private ApiTokens tokens;
  @Inject private HaasConfig config;

  private String asked;
  private transient List<ApiTokenView> own;

  /** Reads them. */
  public void load() {
    own = tokens.list();
  }

  /** All, by name. */
  public List<ApiTokenView> getOwn() {
    if (own == null) {
      load();
    }
    return own;
  }

  /** Opens the question whether to revoke that one. */
  public void ask(String token) {
    asked = token;
  }

  /** Ends the one that was asked about. */
  public void revoke() {
    Attempt.of("messages", () -> tokens.revoke(Input.label("token", asked)));
    load();
  }

  /** Where programs find HaaS. */
  public String getEndpoint() {
    return config.publicUrl().toString();
  }

  /** The one that is asked about. */
  public String getAsked() {
    return asked;
  }
}
