package org.haas.launcher;

import java.net.URI;
import java.util.Optional;

/**
 * The realm that people log in with.
 *
 * @param adminUrl Keycloak's admin REST of that realm
 */
record Login(URI issuer, String clientId, String clientSecret, URI adminUrl) {
  private static final String BECAUSE = "HAAS_OIDC_ISSUER names a login service";

  /** The one that the environment names, if it names one. */
  static Optional<Login> of(Variables variables) {
    return variables
        .url("HAAS_OIDC_ISSUER")
        .map(
            issuer ->
                new Login(
                    issuer,
                    variables.required("HAAS_OIDC_CLIENT_ID", BECAUSE),
                    variables.required("HAAS_OIDC_CLIENT_SECRET", BECAUSE),
                    variables.url("HAAS_OIDC_ADMIN_URL").orElseGet(() -> adminOf(issuer))));
  }

  /** The document that tells everything else; Keycloak serves it once the realm is there. */
  URI discovery() {
    return URI.create(issuer + "/.well-known/openid-configuration");
  }

  private static URI adminOf(URI issuer) {
    return URI.create(issuer.toString().replaceFirst("/realms/", "/admin/realms/"));
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return clientId + " at " + issuer;
  }
}
