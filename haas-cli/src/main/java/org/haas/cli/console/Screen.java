package org.haas.cli.console;

import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
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
  private static final int LONGEST_LINE = 512;

  private final World world;
  private final StringBuilder text = new StringBuilder();

  /** What stands on the line of the cursor, as far as it is worth repeating. */
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  private final CompletableFuture<Void> end = new CompletableFuture<>();

  Screen(World world) {
    this.world = world;
  }

  /** A sentence of ours, on a line of its own; what it interrupts is shown again behind it. */
  synchronized void notice(String sentence) {
    boolean interrupts = line.size() > 0;
    world.err().print((interrupts ? "\r\n" : "") + "[haas] " + Plain.line(sentence) + "\r\n");
    if (interrupts && world.outIsTerminal() && world.errIsTerminal()) {
      world.err().write(line.toByteArray(), 0, line.size());
    }
    world.err().flush();
  }

  /** Nothing more is typed, or to be shown. */
  void end() {
    end.complete(null);
  }

  /** The person leaves: what he typed for it is shown, and the next line is the shell's own. */
  synchronized void left() {
    world.err().print("~.\r\n");
    line.reset();
    notice("You left the console.");
    end();
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
  public void onOpen(WebSocket socket) {
    notice("Connected; ~. at the beginning of a line leaves, ~? explains.");
    socket.request(1);
  }

  @Override
  public CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
    byte[] bytes = new byte[data.remaining()];
    data.get(bytes);
    show(bytes);
    socket.request(1);
    return null;
  }

  private synchronized void show(byte[] bytes) {
    world.out().write(bytes, 0, bytes.length);
    world.out().flush();
    for (byte each : bytes) {
      if (each == '\n' || each == '\r') {
        line.reset();
      } else if (line.size() < LONGEST_LINE) {
        line.write(each);
      }
    }
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
