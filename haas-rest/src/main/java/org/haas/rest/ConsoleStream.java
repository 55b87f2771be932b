package org.haas.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.haas.console.ConsoleEvent;
import org.haas.console.ConsoleEvent.Lost;
import org.haas.console.ConsoleEvent.Notice;
import org.haas.console.ConsoleEvent.Output;
import org.haas.console.ConsoleViewer;
import org.haas.rest.wire.SafeHeaders;

/**
 * A viewer who reads the body of an answer. The container calls when more can be written, so that
 * no thread waits for a reader who does not read.
 */
public final class ConsoleStream implements ConsoleViewer, WriteListener {
  private final AsyncResponse answer;
  private final ServletOutputStream body;
  private final boolean notices;
  private byte[] pending = new byte[0];
  private boolean flushed;
  private CompletableFuture<Void> sent = CompletableFuture.completedFuture(null);
  private boolean begun;
  private boolean ended;

  private ConsoleStream(AsyncResponse answer, ServletOutputStream body, boolean notices) {
    this.answer = answer;
    this.body = body;
    this.notices = notices;
  }

  /**
   * Takes over an answer that was suspended and not begun yet. Its head is written at once, so that
   * the reader of a machine that says nothing knows where he is.
   *
   * @param notices whether HaaS's own lines are written between the machine's
   */
  public static ConsoleStream over(
      AsyncResponse answer, HttpServletRequest request, String mediaType, boolean notices) {
    AsyncContext suspended = request.getAsyncContext();
    suspended.setTimeout(0);
    HttpServletResponse response = (HttpServletResponse) suspended.getResponse();
    response.setContentType(mediaType);
    SafeHeaders.VALUES.forEach(response::setHeader);
    try {
      return new ConsoleStream(answer, response.getOutputStream(), notices);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  /** From now on what is sent is written. */
  public void begin() {
    synchronized (this) {
      begun = true;
    }
    body.setWriteListener(this);
  }

  @Override
  public CompletionStage<Void> send(ConsoleEvent event) {
    byte[] bytes = bytes(event);
    if (bytes.length == 0) {
      return CompletableFuture.completedFuture(null);
    }
    CompletableFuture<Void> sending = new CompletableFuture<>();
    synchronized (this) {
      pending = bytes;
      sent = sending;
    }
    onWritePossible();
    return sending;
  }

  private byte[] bytes(ConsoleEvent event) {
    if (event instanceof Output output) {
      return output.bytes();
    }
    if (notices && event instanceof Notice notice) {
      return notice.line().getBytes(UTF_8);
    }
    if (event instanceof Lost lost) {
      return "\r\n[HaaS] %d bytes are lost here: this reader was too slow.\r\n"
          .formatted(lost.bytes())
          .getBytes(UTF_8);
    }
    return new byte[0];
  }

  @Override
  public void onWritePossible() {
    CompletableFuture<Void> done;
    try {
      done = write();
    } catch (IOException | IllegalStateException gone) {
      onError(gone);
      return;
    }
    done.complete(null);
  }

  /** What is to be called complete when nothing is pending any more. */
  private synchronized CompletableFuture<Void> write() throws IOException {
    while (begun && !ended && body.isReady()) {
      if (pending.length > 0) {
        body.write(pending);
        pending = new byte[0];
        flushed = false;
      } else if (!flushed) {
        body.flush();
        flushed = true;
      } else {
        return sent;
      }
    }
    return new CompletableFuture<>();
  }

  @Override
  public void onError(Throwable gone) {
    CompletableFuture<Void> failed;
    synchronized (this) {
      failed = sent;
    }
    failed.completeExceptionally(gone);
    end();
  }

  @Override
  public void end() {
    synchronized (this) {
      if (ended) {
        return;
      }
      ended = true;
    }
    answer.resume(Response.ok().build());
  }
}
