package org.haas.cli.console;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.haas.cli.json.JsonText;
import org.haas.cli.process.ExitCode;
import org.haas.cli.process.Failure;
import org.haas.cli.process.World;
import org.haas.cli.wire.Answer;
import org.haas.cli.wire.Api;
import org.haas.cli.wire.Http;

/** One visit at a serial console. */
public final class Console {
  private static final Duration BETWEEN_TOKENS = Duration.ofSeconds(45);
  private static final long LONGEST_SEND = 30;
  private static final int MOST_KEYS = 4096;
  private static final String HELP =
      "~.  leaves   ~B  sends a break   ~t  takes the keyboard   ~~  types ~";

  private final World world;
  private final Api api;
  private final Screen screen;

  /** In that terminal. */
  public Console(World world, Api api) {
    this.world = world;
    this.api = api;
    this.screen = new Screen(world);
  }

  /**
   * Shows it and types there, until the person leaves or HaaS ends it.
   *
   * @param path below {@code /api/}
   */
  public void attach(String path) {
    WebSocket socket = connect(path);
    Optional<RawTerminal> terminal =
        world.inIsTerminal() ? Optional.of(RawTerminal.open()) : Optional.empty();
    try {
      start(() -> stay(socket), "token");
      start(() -> type(socket), "keys");
      screen.awaitEnd();
    } finally {
      terminal.ifPresent(RawTerminal::close);
      socket.abort();
    }
  }

  private static void start(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
  }

  private WebSocket connect(String path) {
    String address = api.endpoint().at("api/" + path).toString().replaceFirst("^http", "ws");
    try {
      return api.http()
          .client()
          .newWebSocketBuilder()
          .header("Authorization", "Bearer " + api.identity().token())
          .subprotocols("haas.console")
          .buildAsync(URI.create(address), screen)
          .join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof WebSocketHandshakeException refused) {
        throw refusal(path, refused);
      }
      throw Http.unreachable(api.endpoint().base(), failed.getCause());
    }
  }

  /** A handshake has no sentence; the same question asked as an ordinary one has. */
  private Failure refusal(String path, WebSocketHandshakeException refused) {
    if (refused.getResponse().statusCode() == 401) {
      return new Failure(ExitCode.NOT_LOGGED_IN, api.identity().remedy());
    }
    api.stream(path.replaceFirst("/ws$", "?seconds=1&replay=false"));
    new Answer(path, refused.getResponse().statusCode(), "").orThrow();
    return new Failure(ExitCode.FAILED, "The console cannot be opened as a WebSocket.");
  }

  /** The visit lasts as long as the token that was sent last. */
  private void stay(WebSocket socket) {
    try {
      while (true) {
        Thread.sleep(BETWEEN_TOKENS.toMillis());
        String token = api.identity().token();
        tell(socket, JsonText.object().add("type", "login").add("token", token).build());
        tell(socket, JsonText.object().add("type", "alive").build());
      }
    } catch (Failure ended) {
      screen.notice(ended.getMessage());
    } catch (InterruptedException | CompletionException gone) {
      screen.end();
    }
  }

  private synchronized void tell(WebSocket socket, JsonObject command) {
    join(socket.sendText(command.toString(), true));
  }

  private synchronized void send(WebSocket socket, String keys) {
    if (!keys.isEmpty()) {
      join(socket.sendBinary(ByteBuffer.wrap(keys.getBytes(ISO_8859_1)), true));
    }
  }

  private static void join(CompletableFuture<WebSocket> sending) {
    sending.orTimeout(LONGEST_SEND, TimeUnit.SECONDS).join();
  }

  private void type(WebSocket socket) {
    Escape escape = new Escape();
    byte[] keys = new byte[MOST_KEYS];
    try {
      for (int count = world.in().read(keys); count >= 0; count = world.in().read(keys)) {
        for (int i = 0; i < count; i++) {
          Escape.Found found = escape.next(keys[i]);
          send(socket, found.typed());
          if (found.order() == Escape.Order.LEAVE) {
            screen.left();
            return;
          }
          obey(socket, found.order());
        }
      }
      screen.end();
    } catch (IOException | CompletionException gone) {
      screen.end();
    }
  }

  private void obey(WebSocket socket, Escape.Order order) {
    switch (order) {
      case BREAK -> tell(socket, JsonText.object().add("type", "break").build());
      case TAKE -> tell(socket, JsonText.object().add("type", "take").build());
      case EXPLAIN -> screen.notice(HELP);
      case NONE, LEAVE -> {}
    }
  }
}
