package org.haas.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.haas.it.Running;
import org.haas.it.proof.Records;

/** Whoever looks after the users in Keycloak itself, so that HaaS is not asked. */
final class LoginDesk {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String ROLE = "haas-admin";

  private final String admin =
      Running.issuer().toString().replaceFirst("/realms/", "/admin/realms/");
  private final String token = token();

  /** Has the user not log in any more. */
  void lock(String user) {
    String id = id(user);
    send("PUT", "/users/" + id, "{\"enabled\":false}");
  }

  /** Takes the administrator's role. */
  void demote(String user) {
    String role = "[%s]".formatted(send("GET", "/roles/" + ROLE, ""));
    send("DELETE", "/users/%s/role-mappings/realm".formatted(id(user)), role);
  }

  private String id(String user) {
    String found = send("GET", "/users?exact=true&username=" + user, "");
    return read(found).asJsonArray().getJsonObject(0).getString("id");
  }

  private static String token() {
    String form =
        "grant_type=client_credentials&client_id=haas-portal&client_secret="
            + Records.secret("portal-client");
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(Running.issuer() + "/protocol/openid-connect/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build();
    JsonObject answer = read(body(request)).asJsonObject();
    return answer.getString("access_token");
  }

  private String send(String method, String path, String json) {
    return body(
        HttpRequest.newBuilder(URI.create(admin + path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(json))
            .build());
  }

  private static String body(HttpRequest request) {
    try {
      HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(request + " " + answer.body()).isBetween(200, 299);
      return answer.body();
    } catch (IOException unreachable) {
      throw new AssertionError("Keycloak does not answer.", unreachable);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private static JsonStructure read(String json) {
    try (var reader = Json.createReader(new StringReader(json))) {
      return reader.read();
    }
  }
}
