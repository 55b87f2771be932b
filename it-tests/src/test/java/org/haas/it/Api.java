package org.haas.it;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** One caller of the API of the {@link Running} HaaS. */
public final class Api {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final URI instance;
  private final Supplier<Optional<String>> authorization;

  private Api(Supplier<Optional<String>> authorization) {
    this(Running.url(), authorization);
  }

  private Api(URI instance, Supplier<Optional<String>> authorization) {
    this.instance = instance;
    this.authorization = authorization;
  }

  /** The same caller at another instance of the same HaaS. */
  public Api at(URI other) {
    return new Api(other, authorization);
  }

  /** Somebody of the login, with a bearer token that is renewed in time. */
  public static Api of(String user, String password) {
    Login login = new Login(user, password);
    return new Api(() -> Optional.of("Bearer " + login.token()));
  }

  /** A demo user. */
  public static Api of(String user) {
    return of(user, Running.password(user));
  }

  /** Nobody. */
  public static Api anonymous() {
    return new Api(Optional::empty);
  }

  /** Whoever that header's value is. */
  public static Api authorized(String header) {
    return new Api(() -> Optional.of(header));
  }

  /** Asks without a body. */
  public Answer get(String path) {
    return send("GET", path, Optional.empty());
  }

  /**
   * Asks for something that does not end, and hands on its lines as they come.
   *
   * @return its lines wait for the next one; closing them ends the connection
   */
  public HttpResponse<Stream<String>> lines(String path) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(Running.url() + "/api/" + path));
    authorization.get().ifPresent(value -> request.setHeader("Authorization", value));
    return HTTP.send(request.build(), BodyHandlers.ofLines());
  }

  /** Asks for something that does not end, and hands on its bytes as they come. */
  public HttpResponse<InputStream> stream(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(instance + "/api/" + path));
    authorization.get().ifPresent(value -> request.setHeader("Authorization", value));
    for (int i = 0; i + 1 < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    return HTTP.send(request.build(), BodyHandlers.ofInputStream());
  }

  /** Opens a WebSocket; fails with the answer of who refuses. */
  public CompletableFuture<WebSocket> socket(String path, WebSocket.Listener listener) {
    URI address = URI.create(instance.toString().replaceFirst("^http", "ws") + "/api/" + path);
    WebSocket.Builder socket = HTTP.newWebSocketBuilder();
    authorization.get().ifPresent(value -> socket.header("Authorization", value));
    return socket.buildAsync(address, listener);
  }

  /**
   * Opens a WebSocket that wants subprotocols; fails with the answer of who refuses.
   *
   * @param origin the page that it comes from; empty: none
   */
  public CompletableFuture<WebSocket> socket(
      String path, Optional<String> origin, List<String> protocols, WebSocket.Listener listener) {
    URI address = URI.create(instance.toString().replaceFirst("^http", "ws") + "/api/" + path);
    WebSocket.Builder socket = HTTP.newWebSocketBuilder();
    authorization.get().ifPresent(value -> socket.header("Authorization", value));
    origin.ifPresent(page -> socket.header("Origin", page));
    if (!protocols.isEmpty()) {
      List<String> rest = protocols.subList(1, protocols.size());
      socket.subprotocols(protocols.get(0), rest.toArray(String[]::new));
    }
    return socket.buildAsync(address, listener);
  }

  /** Asks without a body. */
  public Answer delete(String path) {
    return send("DELETE", path, Optional.empty());
  }

  /** Asks with a body. */
  public Answer put(String path, String json) {
    return send("PUT", path, Optional.of(json));
  }

  /** Asks with a body. */
  public Answer post(String path, String json) {
    return send("POST", path, Optional.of(json));
  }

  /**
   * Any request. An answer of v1 that its description does not describe is an error.
   *
   * @param path escaped, below {@code /api/}
   */
  public Answer send(String method, String path, Optional<String> json, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(instance + "/api/" + path))
            .timeout(LONGEST)
            .method(method, json.map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody));
    json.ifPresent(body -> request.header("Content-Type", "application/json"));
    authorization.get().ifPresent(value -> request.setHeader("Authorization", value));
    for (int i = 0; i + 1 < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    HttpResponse<String> response = exchange(request.build());
    Answer answer =
        new Answer(
            method + " /api/" + path, response.statusCode(), response.body(), response.headers());
    Contract.keptBy(method, path, json, answer);
    return answer;
  }

  /** An answer that does not end is none: a console that should have been refused. */
  static HttpResponse<String> exchange(HttpRequest request) {
    CompletableFuture<HttpResponse<String>> answer =
        HTTP.sendAsync(request, BodyHandlers.ofString());
    try {
      return answer.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException endless) {
      answer.cancel(true);
      throw new AssertionError(request.uri() + " answers without an end.", endless);
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof IOException unreachable
          ? new UncheckedIOException(request.uri() + " does not answer.", unreachable)
          : new IllegalStateException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
