package org.haas.access;

import static org.haas.document.JsonLibrary.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.haas.config.HaasConfig;
import org.haas.error.ErrorCode;
import org.haas.error.HaasException;
import org.haas.spi.Secret;

/**
 * HTTP with Keycloak: its token endpoint, and its admin REST as the portal's service account. Never
 * called inside a transaction.
 */
@ApplicationScoped
class Keycloak {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(TIMEOUT).build();

  @Inject private HaasConfig config;

  /** What an answer of Keycloak says. */
  record Answer(int status, String body, Optional<String> location) {
    JsonStructure json() {
      try (var reader = JSON.createReader(new StringReader(body))) {
        return reader.read();
      } catch (JsonException notJson) {
        throw unavailable();
      }
    }
  }

  /** The access token for a user's password; empty when Keycloak refuses it. */
  Optional<String> passwordGrant(String username, Secret password) {
    return token(
        Map.of("grant_type", "password", "username", username, "password", password.reveal()));
  }

  /** A request to the realm's admin REST, such as {@code GET /users?username=...}. */
  Answer admin(String method, String path, Optional<JsonStructure> body) {
    String token =
        token(Map.of("grant_type", "client_credentials")).orElseThrow(Keycloak::refusesUs);
    return send(
        HttpRequest.newBuilder(URI.create(config.oidcAdminUrl() + path))
            .timeout(TIMEOUT)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(
                method,
                body.map(json -> HttpRequest.BodyPublishers.ofString(json.toString()))
                    .orElseGet(HttpRequest.BodyPublishers::noBody))
            .build());
  }

  private Optional<String> token(Map<String, String> grant) {
    Map<String, String> form = new java.util.TreeMap<>(grant);
    form.put("client_id", config.oidcClientId());
    form.put("client_secret", config.oidcClientSecret());
    form.put("scope", "openid");
    Answer answer =
        send(
            HttpRequest.newBuilder(
                    URI.create(config.oidcIssuer() + "/protocol/openid-connect/token"))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(form)))
                .build());
    JsonObject told = (JsonObject) answer.json();
    if (answer.status() == 200) {
      return Optional.of(told.getString("access_token"));
    }
    if (told.getString("error", "").equals("invalid_grant")) {
      return Optional.empty();
    }
    throw answer.status() == 400 || answer.status() == 401 ? refusesUs() : unavailable();
  }

  private Answer send(HttpRequest request) {
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      return new Answer(
          answer.statusCode(), answer.body(), answer.headers().firstValue("Location"));
    } catch (IOException unreachable) {
      throw unavailable();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw unavailable();
    }
  }

  private static HaasException refusesUs() {
    return new HaasException(
        ErrorCode.UNAVAILABLE,
        "Keycloak refuses the portal's own login; an administrator has to check"
            + " HAAS_OIDC_CLIENT_SECRET.");
  }

  private static HaasException unavailable() {
    return new HaasException(
        ErrorCode.UNAVAILABLE, "The login service does not answer; try again in a moment.");
  }

  private static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
        .collect(Collectors.joining("&"));
  }

  /** One value, for a query or a form. */
  static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
