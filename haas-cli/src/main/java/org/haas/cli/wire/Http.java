package org.haas.cli.wire;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.haas.cli.process.ExitCode;
import org.haas.cli.process.Failure;

/** HTTP, with refusals to answer as sentences. Redirects are not followed. */
public final class Http {
  private static final Duration TO_CONNECT = Duration.ofSeconds(10);
  private static final Duration TO_ANSWER = Duration.ofSeconds(60);

  static {
    // Servers end idle connections, Payara after 30 s: a request must not meet the end of one.
    System.setProperty("jdk.httpclient.keepalive.timeout", "10");
  }

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(TO_CONNECT)
          .build();

  /** What WebSockets are made with. */
  public HttpClient client() {
    return client;
  }

  /**
   * Asks, and waits a minute at most.
   *
   * @throws Failure UNREACHABLE
   */
  public HttpResponse<String> send(HttpRequest.Builder request) {
    return send(request.timeout(TO_ANSWER).build(), BodyHandlers.ofString());
  }

  /**
   * Asks for something that may not end.
   *
   * @throws Failure UNREACHABLE
   */
  public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> body) {
    try {
      return client.send(request, body);
    } catch (IOException failed) {
      throw unreachable(request.uri(), failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Failure(ExitCode.TIMED_OUT, "Interrupted.", stopped);
    }
  }

  /** Sends a form. */
  public HttpResponse<String> form(URI address, Map<String, String> fields) {
    String form =
        fields.entrySet().stream()
            .map(field -> escaped(field.getKey()) + "=" + escaped(field.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }

  /** The sentence for somebody who does not answer. */
  public static Failure unreachable(URI address, Throwable failed) {
    String reason = failed.getMessage() == null ? "" : " (" + failed.getMessage() + ")";
    String whose = address.getScheme() + "://" + address.getAuthority();
    return new Failure(
        ExitCode.UNREACHABLE,
        "Nobody answers at %s%s; is the address right? See: haas doctor".formatted(whose, reason),
        failed);
  }

  /** One part of a path or of a query, with everything escaped that means something there. */
  public static String escaped(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
