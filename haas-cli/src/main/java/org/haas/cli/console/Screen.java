package org.haas.cli.console;

import jakarta.json.JsonObject;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.haas.cli.json.JsonText;
import org.haas.cli.output.Plain;
import org.haas.cli.process.ExitCode;
import org.haas.cli.process.Failure;
import org.haas.cli.process.World;

/** Shows what comes: the machine's bytes as they are on stdout, HaaS's sentences on stderr. */
final class Screen implements WebSocket.Listener {
  private final World world;
  private final StringBuilder text = new StringBuilder();
  private final CompletableFuture<Void> end = new CompletableFuture<>();

  Screen(World world) {
    this.world = world;
  }

  /** A sentence of ours. */
  void notice(String sentence) {
    world.err().print("\r\n[haas] " + Plain.line(sentence) + "\r\n");
    world.err().flush();
  }

  /** The person leaves. */
  void end() {
    end.complete(null);
  }

  /**
   * Waits.
   *
   * @throws Failure HaaS ended it, or the connection broke
   */
  void awaitEnd() {
    try {
      end.get();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException ended) {
      throw ended.getCause() instanceof Failure failure
          ? failure
          : new Failure(ExitCode.UNREACHABLE, "The connection broke: " + ended.getCause(), ended);
    }
  }

  @Override
  public CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
    byte[] bytes = new byte[data.remaining()];
    data.get(bytes);
    world.out().write(bytes, 0, bytes.length);
    world.out().flush();
    socket.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
    text.append(data);
    if (last) {
      JsonText.object(text.toString()).ifPresent(this::told);
      text.setLength(0);
    }
    socket.request(1);
    return null;
  }

  private void told(JsonObject message) {
    switch (message.getString("type", "")) {
      case "notice" -> notice(message.getString("sentence", message.getString("words", "")));
      case "lost" -> notice("%d bytes are lost here.".formatted(message.getInt("bytes", 0)));
      default -> {
        // The status is for programs that draw it.
      }
    }
  }

  @Override
  public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
    if (status == WebSocket.NORMAL_CLOSURE) {
      notice(reason.isEmpty() ? "The console ended." : reason);
      end.complete(null);
    } else {
      end.completeExceptionally(
          new Failure(ExitCode.REFUSED, "HaaS ended the console: " + Plain.line(reason)));
    }
    return null;
  }

  @Override
  public void onError(WebSocket socket, Throwable error) {
    end.completeExceptionally(error);
  }
}
