package org.haas.web.login;

import jakarta.annotation.security.DeclareRoles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.authentication.mechanism.http.OpenIdAuthenticationMechanismDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.openid.ClaimsDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.openid.LogoutDefinition;

/**
 * Login by OpenID Connect. The page that was asked for is kept by {@link CallbackServlet}, because
 * the server's own return to it fails with Faces.
 */
@OpenIdAuthenticationMechanismDefinition(
    providerURI = "${openId.issuer}",
    clientId = "${openId.clientId}",
    clientSecret = "${openId.clientSecret}",
    redirectURI = "${openId.callback}",
    redirectToOriginalResource = false,
    scope = {"openid", "profile", "email"},
    jwksConnectTimeout = 5000,
    jwksReadTimeout = 5000,
    claimsDefinition =
        @ClaimsDefinition(callerNameClaim = "preferred_username", callerGroupsClaim = "groups"),
    logout = @LogoutDefinition(notifyProvider = true, redirectURI = "${openId.signedOut}"))
@DeclareRoles({PortalLogin.ADMIN, PortalLogin.USER})
@ApplicationScoped
public class PortalLogin {
  /** The role of administrators. */
  public static final String ADMIN = "haas-admin";

  /** The role of everybody else. */
  public static final String USER = "haas-user";
}
