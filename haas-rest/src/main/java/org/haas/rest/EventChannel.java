package org.haas.rest;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.concurrent.CompletionException;
import org.haas.event.ProjectEventView;
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

  /** Says that from now on everything after that place is told. */
  void ready(long position) {
    send(
        sse.newEventBuilder()
            .name("ready")
            .id(Long.toString(position))
            .data("{}")
            .reconnectDelay(RECONNECT_MILLIS)
            .build());
  }

  /** Tells what happened in a project. */
  void tell(ProjectEventView event) {
    send(
        sse.newEventBuilder()
            .name("happened")
            .id(Long.toString(event.position()))
            .mediaType(MediaType.TEXT_PLAIN_TYPE)
            .data(Views.json(event))
            .build());
  }

  /** Says that something before that place cannot be told. */
  void missed(long position) {
    send(sse.newEventBuilder().name("missed").id(Long.toString(position)).data("{}").build());
  }

  /** Shows that the connection lives: a comment, which listeners skip. */
  void beat() {
    send(sse.newEventBuilder().comment("").build());
  }

  /** The same, with the place that has been reached. */
  void beat(long position) {
    send(sse.newEventBuilder().id(Long.toString(position)).comment("").build());
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
