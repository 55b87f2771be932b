package org.haas.web.login;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.haas.config.HaasConfig;

/** What {@link PortalLogin} reads by expressions, because an annotation cannot read settings. */
@Named("openId")
@ApplicationScoped
public class OpenIdSettings {
  @Inject private HaasConfig config;

  /** The provider. */
  public String getIssuer() {
    return config.oidcIssuer().toString();
  }

  /** The provider's origin: the one other site that a form of ours may lead to. */
  public String getOrigin() {
    return Origin.of(config.oidcIssuer());
  }

  /** The portal's client there. */
  public String getClientId() {
    return config.oidcClientId();
  }

  /** That client's secret. */
  public String getClientSecret() {
    return config.oidcClientSecret();
  }

  /** Where the provider sends people after the login. */
  public String getCallback() {
    return config.publicUrl() + "/callback";
  }

  /** Where the provider sends people after the logout. */
  public String getSignedOut() {
    return config.publicUrl() + Paths.SIGNED_OUT;
  }
}
