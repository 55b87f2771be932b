package org.haas.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The realm in our own Keycloak after its import, which happens only once: where browsers reach the
 * portal may change with every start.
 */
final class Realm {
  private final URI keycloak;
  private final Secrets secrets;
  private final Path known;

  Realm(URI keycloak, Secrets secrets, State state) {
    this.keycloak = keycloak;
    this.secrets = secrets;
    this.known = state.folder("keycloak").resolve("public-url");
  }

  /** Lets the login lead back to this address of the portal. */
  void follow(URI publicUrl) throws IOException, InterruptedException {
    String url = publicUrl.toString();
    if (Files.exists(known) && !Files.readString(known).strip().equals(url)) {
      String body = "{\"rootUrl\":\"%1$s\",\"redirectUris\":[\"%1$s/*\"]}".formatted(url);
      URI client = portalClient();
      HttpResponse<String> answer = Http.json("PUT", client, token(), body);
      if (answer.statusCode() != 204) {
        throw new Failure(
            "Keycloak did not take the portal's new address %s: it answered %d."
                .formatted(url, answer.statusCode()));
      }
    }
    Files.writeString(known, url + "\n");
  }

  private URI portalClient() throws IOException, InterruptedException {
    URI clients = keycloak.resolve("/admin/realms/haas/clients");
    String found = Http.get(URI.create(clients + "?clientId=haas-portal"), token()).body();
    return URI.create(clients + "/" + Json.text(found, "id"));
  }

  private String token() throws IOException, InterruptedException {
    Map<String, String> login =
        Map.of(
            "grant_type", "password",
            "client_id", "admin-cli",
            "username", "admin",
            "password", secrets.keycloakAdmin());
    URI tokens = keycloak.resolve("/realms/master/protocol/openid-connect/token");
    return Json.text(Http.form(tokens, login).body(), "access_token");
  }
}
