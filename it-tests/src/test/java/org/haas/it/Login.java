package org.haas.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** A user's access token, by his password at the client {@code haas-cli}; renewed each minute. */
public final class Login {
  private static final Duration USED_FOR = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final int MOST_TIMES = 4;

  private final String user;
  private final String password;
  private String token;
  private long untilNanos;

  /** Somebody of the login. */
  public Login(String user, String password) {
    this.user = user;
    this.password = password;
  }

  /** A token that is good for some minutes. */
  public synchronized String token() {
    if (token == null || System.nanoTime() - untilNanos > 0) {
      token = fresh();
      untilNanos = System.nanoTime() + USED_FOR.toNanos();
    }
    return token;
  }

  /** Keycloak refuses a login while it decides about another of the same user: asked again. */
  private String fresh() {
    HttpResponse<String> answer = asked();
    for (int time = 1; time < MOST_TIMES && answer.statusCode() != 200; time++) {
      LockSupport.parkNanos(PAUSE.toNanos());
      answer = asked();
    }
    assertThat(answer.statusCode()).as("login of %s: %s", user, answer.body()).isEqualTo(200);
    try (var reader = Json.createReader(new StringReader(answer.body()))) {
      return reader.readObject().getString("access_token");
    }
  }

  private HttpResponse<String> asked() {
    String form =
        "grant_type=password&scope=openid&client_id=haas-cli&username=%s&password=%s"
            .formatted(encoded(user), encoded(password));
    return Api.exchange(
        HttpRequest.newBuilder(URI.create(Running.issuer() + "/protocol/openid-connect/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build());
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
