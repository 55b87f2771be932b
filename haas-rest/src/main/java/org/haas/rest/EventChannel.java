package org.haas.rest;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.concurrent.CompletionException;
import org.haas.operation.ChangeView;
import org.haas.rest.wire.Views;

/** The connection of one event stream, and the words that are used on it. */
record EventChannel(SseEventSink sink, Sse sse) {
  private static final long RECONNECT_MILLIS = 1000;

  /** Says that from now on everything is told. */
  void ready() {
    send(sse.newEventBuilder().name("ready").data("{}").reconnectDelay(RECONNECT_MILLIS).build());
  }

  /** Tells of a change. */
  void tell(ChangeView view) {
    send(
        sse.newEventBuilder()
            .name("change")
            .mediaType(MediaType.TEXT_PLAIN_TYPE)
            .data(Views.json(view))
            .build());
  }

  /** Shows that the connection lives: a comment, which listeners skip. */
  void beat() {
    send(sse.newEventBuilder().comment("").build());
  }

  /**
   * Returns when it is written, or in the server's buffers.
   *
   * @throws IllegalStateException the listener is gone
   */
  private void send(OutboundSseEvent event) {
    try {
      sink.send(event).toCompletableFuture().join();
    } catch (CompletionException failed) {
      throw new IllegalStateException(failed.getCause());
    }
  }

  /** Ends the stream. Repeats safely. */
  void end() {
    sink.close();
  }
}
