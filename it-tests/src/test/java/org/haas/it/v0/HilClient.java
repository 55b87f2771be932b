package org.haas.it.v0;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.haas.it.Running;

/**
 * One user of the HaaS at {@code HAAS_HTTP_PORT}, whose password is in {@code
 * $HAAS_STATE/credentials}. Sends JSON without a Content-Type, as HIL's client does.
 */
final class HilClient {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final Optional<String> login;

  private HilClient(Optional<String> login) {
    this.login = login;
  }

  /** A demo user. */
  static HilClient of(String user) {
    return of(user, Running.password(user));
  }

  /** Somebody with that password. */
  static HilClient of(String user, String password) {
    byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return new HilClient(Optional.of("Basic " + Base64.getEncoder().encodeToString(both)));
  }

  /** Nobody. */
  static HilClient anonymous() {
    return new HilClient(Optional.empty());
  }

  HilAnswer get(String path) {
    return send("GET", path, "", Optional.empty());
  }

  HilAnswer put(String path, String json) {
    return send("PUT", path, json, Optional.empty());
  }

  HilAnswer put(String path) {
    return put(path, "");
  }

  HilAnswer post(String path, String json) {
    return send("POST", path, json, Optional.empty());
  }

  HilAnswer post(String path) {
    return post(path, "");
  }

  HilAnswer delete(String path) {
    return send("DELETE", path, "", Optional.empty());
  }

  /**
   * Any request.
   *
   * @param path below {@code /api/v0}, escaped
   * @param json with single quotes
   */
  HilAnswer send(String method, String path, String json, Optional<String> contentType) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(Running.url().resolve("/api/v0" + path))
            .timeout(LONGEST)
            .method(
                method,
                json.isEmpty()
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(json.replace('\'', '"')));
    login.ifPresent(value -> request.header("Authorization", value));
    contentType.ifPresent(value -> request.header("Content-Type", value));
    try {
      HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
      return new HilAnswer(
          method + " " + path,
          answer.statusCode(),
          answer.body(),
          answer.headers().firstValue("Allow"));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
