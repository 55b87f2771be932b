package org.haas.power;

import static org.haas.document.JsonLibrary.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.haas.error.ErrorCode;
import org.haas.error.HaasException;
import org.haas.power.ObmStore.Daemon;
import org.haas.spi.Secret;

/** Tokens of HIL's OBM daemons, by which it lets a node's users in. Never inside a transaction. */
@ApplicationScoped
class ObmTokens {
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;

  /** A new one; those before it are void. */
  Secret make(Daemon daemon) {
    HttpResponse<String> answer = send(daemon, "POST");
    try (var reader = JSON.createReader(new StringReader(answer.body()))) {
      JsonObject json = reader.readObject();
      if (answer.statusCode() == OK && !json.getString("token", "").isEmpty()) {
        return new Secret(json.getString("token"));
      }
    } catch (JsonException notJson) {
      throw refused(daemon, answer, notJson);
    }
    throw refused(daemon, answer, null);
  }

  /** No token lets anybody in any more. */
  void end(Daemon daemon) {
    HttpResponse<String> answer = send(daemon, "DELETE");
    if (answer.statusCode() != OK && answer.statusCode() != NOT_FOUND) {
      throw refused(daemon, answer, null);
    }
  }

  private static HttpResponse<String> send(Daemon daemon, String method) {
    String login = "admin:" + daemon.admin().reveal();
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(daemon.uri() + "/token"))
              .timeout(LONGEST)
              .header(
                  "Authorization",
                  "Basic "
                      + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)))
              .method(method, BodyPublishers.noBody())
              .build();
      return HttpClient.newBuilder()
          .connectTimeout(LONGEST)
          .build()
          .send(request, BodyHandlers.ofString());
    } catch (IOException | IllegalArgumentException unreachable) {
      throw unavailable(daemon, "does not answer", unreachable);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw unavailable(daemon, "was not asked", stopping);
    }
  }

  private static HaasException refused(Daemon daemon, HttpResponse<String> answer, Exception why) {
    return unavailable(daemon, "answers " + answer.statusCode(), why);
  }

  private static HaasException unavailable(Daemon daemon, String what, Exception why) {
    HaasException failure =
        new HaasException(
            ErrorCode.UNAVAILABLE,
            "The OBM daemon of node %s %s; try again, or ask an administrator."
                .formatted(daemon.node(), what));
    if (why != null) {
      failure.initCause(why);
    }
    return failure;
  }
}
