package org.haas.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.haas.document.InvalidRequest;
import org.haas.error.Retried;
import org.haas.operation.Change;

/** What changes, as it changes. */
@ApplicationScoped
@Retried
@Path("v1/events")
@Tag(name = "events")
public class EventsResource {
  private static final Duration LONGEST = Duration.ofHours(1);

  @Inject private EventStreams streams;

  /** What a listener may want to hear of. */
  public enum EventKind {
    NODE(Change.Kind.NODE),
    NETWORK(Change.Kind.NETWORK),
    HEADNODE(Change.Kind.HEADNODE),
    OPERATION(Change.Kind.OPERATION);

    private final Change.Kind change;

    EventKind(Change.Kind change) {
      this.change = change;
    }
  }

  /** Tells them until the listener goes away, the time is over, or the login is. */
  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Operation(
      operationId = "listen",
      summary = "Server-sent events: what of what you may see has changed, as it changes")
  @APIResponse(
      responseCode = "200",
      description = "What to look at again",
      content =
          @Content(
              mediaType = MediaType.SERVER_SENT_EVENTS,
              example = "event: change\ndata: {\"kind\":\"NODE\",\"name\":\"node-1\"}\n"))
  public void listen(
      @QueryParam("kind") EventKind kind,
      @QueryParam("seconds") Integer seconds,
      @Context SseEventSink sink,
      @Context Sse sse) {
    streams.open(
        Optional.ofNullable(kind).map(wanted -> wanted.change),
        length(seconds),
        new EventChannel(sink, sse));
  }

  /**
   * For how long somebody wants to listen.
   *
   * @throws InvalidRequest out of range
   */
  static Duration length(Integer seconds) {
    if (seconds == null) {
      return LONGEST;
    }
    if (seconds < 1 || seconds > LONGEST.toSeconds()) {
      throw InvalidRequest.field("seconds", "this is a number from 1 to 3600.");
    }
    return Duration.ofSeconds(seconds);
  }
}
