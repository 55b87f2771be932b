package org.haas.it.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.stream.Collectors;
import org.haas.it.Running;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets in, and what other sites cannot do with a visitor's cookie. */
class PortalDoorIT {
  private final HttpClient http = HttpClient.newHttpClient();

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/nodes", "/nodes/node-01", "/networks", "/nodes.xhtml", "/logout", "/nope"})
  void page_withoutLogin_sendsToKeycloak(String path) throws Exception {
    HttpResponse<String> answer = get(path);

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location").orElse(""))
        .startsWith(Running.issuer().toString());
    assertThat(answer.headers().firstValue("Set-Cookie").orElse(""))
        .containsIgnoringCase("HttpOnly")
        .containsIgnoringCase("SameSite=Lax");
  }

  @Test
  void signedOut_withoutLogin_isShownAndSaysWhatTheBrowserMustRefuse() throws Exception {
    HttpResponse<String> answer = get("/signed-out");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("frame-ancestors 'none'", "script-src 'self' 'nonce-")
        .doesNotContain("unsafe-eval");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
  }

  @Test
  void protectedResource_withoutLogin_namesTheLogin() throws Exception {
    HttpResponse<String> answer = get("/.well-known/oauth-protected-resource");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).contains("application/json");
    assertThat(answer.body())
        .contains("\"resource\":\"" + Running.url() + "/api\"")
        .contains("\"authorization_servers\":[\"" + Running.issuer() + "\"]");
  }

  @Test
  void live_withoutLogin_isRefused() throws Exception {
    assertThat(get("/live").statusCode()).isEqualTo(401);
    assertThat(handshake(Running.url().toString(), "")).isEqualTo(401);
  }

  @Test
  void live_fromAnotherSite_isRefused() {
    try (Browser browser = new Browser();
        Visitor physics = browser.visitor()) {
      physics.login("/nodes", "physics");
      String cookies =
          physics.page().context().cookies(Running.url().toString()).stream()
              .map(cookie -> cookie.name + "=" + cookie.value)
              .collect(Collectors.joining("; "));

      assertThat(handshake(Running.url().toString(), cookies)).isEqualTo(101);
      assertThat(handshake("https://evil.example", cookies)).isEqualTo(403);
    }
  }

  @Test
  void logout_fromAnotherSite_isRefused() {
    try (Browser browser = new Browser();
        Visitor physics = browser.visitor()) {
      physics.login("/nodes", "physics");

      APIResponse byLink = physics.page().request().get(Running.url() + "/logout");
      APIResponse byForm =
          physics
              .page()
              .request()
              .post(
                  Running.url() + "/logout",
                  RequestOptions.create().setHeader("Origin", "https://evil.example"));

      assertThat(byLink.status()).isEqualTo(405);
      assertThat(byForm.status()).isEqualTo(403);
      assertThat(physics.open("/nodes").url()).isEqualTo(Running.url() + "/nodes");
    }
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create(Running.url() + path)).build(), BodyHandlers.ofString());
  }

  /** The status that the server answers to the handshake of a WebSocket. */
  private int handshake(String origin, String cookies) {
    WebSocket.Builder builder = http.newWebSocketBuilder().header("Origin", origin);
    if (!cookies.isEmpty()) {
      builder.header("Cookie", cookies);
    }
    URI address = URI.create(Running.url().toString().replaceFirst("^http", "ws") + "/live");
    try {
      builder.buildAsync(address, new WebSocket.Listener() {}).join().abort();
      return 101;
    } catch (java.util.concurrent.CompletionException refused) {
      assertThat(refused).hasCauseInstanceOf(WebSocketHandshakeException.class);
      return ((WebSocketHandshakeException) refused.getCause()).getResponse().statusCode();
    }
  }
}
