package org.haas.it.console;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.haas.it.Running;

/** One try at a door, and all that comes of it; the address goes out as it is written. */
final class Attempt implements WebSocket.Listener {
  /** What is typed where a door opens. */
  static final String TYPED = "typed by a stranger";

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final Duration LONGEST = Duration.ofSeconds(2);
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Outcome ENDLESS = new Outcome(0, "no end of it");

  private final StringBuilder seen = new StringBuilder();
  private final CompletableFuture<Void> over = new CompletableFuture<>();

  private Attempt() {}

  /**
   * What somebody shows at a door.
   *
   * @param protocols the first is what he wants to speak
   */
  record Key(Map<String, String> headers, List<String> protocols) {}

  /**
   * What came of it.
   *
   * @param status 101: a WebSocket was opened; 0: there was no answer, or no end of it
   * @param seen what was answered or sent, until it ended or for some seconds
   */
  record Outcome(int status, String seen) {
    /** Nobody was let in: no answer but a refusal. */
    boolean isRefused() {
      return status >= 400 && status < 500;
    }
  }

  /** Asks for the page at that path. */
  static Outcome page(String path, Key key) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(Running.url() + path));
    key.headers().forEach(request::header);
    return HTTP.sendAsync(request.build(), BodyHandlers.ofString())
        .thenApply(answer -> new Outcome(answer.statusCode(), answer.body()))
        .completeOnTimeout(ENDLESS, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
        .join();
  }

  /** Opens a WebSocket at that path, types, and looks until it is closed. */
  static Outcome socket(String path, Key key) {
    WebSocket.Builder socket = HTTP.newWebSocketBuilder().connectTimeout(PATIENCE);
    key.headers().forEach(socket::header);
    if (!key.protocols().isEmpty()) {
      List<String> others = key.protocols().subList(1, key.protocols().size());
      socket.subprotocols(key.protocols().get(0), others.toArray(String[]::new));
    }
    Attempt attempt = new Attempt();
    try {
      URI address = URI.create(Running.url().toString().replaceFirst("^http", "ws") + path);
      WebSocket open = socket.buildAsync(address, attempt).join();
      return new Outcome(101, attempt.watch(open));
    } catch (CompletionException refused) {
      if (refused.getCause() instanceof WebSocketHandshakeException answer) {
        return new Outcome(answer.getResponse().statusCode(), "");
      }
      if (refused.getCause() instanceof HttpTimeoutException) {
        return ENDLESS;
      }
      throw refused;
    }
  }

  private String watch(WebSocket open) {
    byte[] keys = TYPED.getBytes(StandardCharsets.US_ASCII);
    open.sendBinary(ByteBuffer.wrap(keys), true).handle((sent, closing) -> sent).join();
    over.completeOnTimeout(null, LONGEST.toMillis(), TimeUnit.MILLISECONDS).join();
    open.abort();
    synchronized (this) {
      return seen.toString();
    }
  }

  @Override
  public CompletionStage<?> onBinary(WebSocket from, ByteBuffer bytes, boolean last) {
    add(StandardCharsets.ISO_8859_1.decode(bytes));
    from.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
    add(text);
    from.request(1);
    return null;
  }

  private synchronized void add(CharSequence more) {
    seen.append(more);
  }

  @Override
  public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    over.complete(null);
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable failure) {
    over.complete(null);
  }
}
