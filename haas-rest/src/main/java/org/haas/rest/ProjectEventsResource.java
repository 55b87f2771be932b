package org.haas.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.haas.document.InvalidRequest;
import org.haas.error.Retried;
import org.haas.spi.Label;

/** What happens in a project, each thing once and in order, however often one comes back. */
@ApplicationScoped
@Retried
@Path("v1/projects/{project}/events")
@Tag(name = "events")
public class ProjectEventsResource {
  private static final String LAST_EVENT = "Last-Event-ID";

  @Inject private EventStreams streams;

  /** Tells it until the listener goes away, the time is over, or he is no member any more. */
  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Operation(
      operationId = "followProject",
      summary =
          "Server-sent events: what happens in a project, in order, each thing once; goes on after"
              + " Last-Event-ID or after=")
  @APIResponse(
      responseCode = "200",
      description = "What happened",
      content =
          @Content(
              mediaType = MediaType.SERVER_SENT_EVENTS,
              example =
                  "event: happened\nid: 8121\ndata: {\"position\":8121,"
                      + "\"at\":\"2026-11-23T16:00:00Z\",\"what\":\"node.reserved\","
                      + "\"name\":\"node-1\",\"node\":\"node-1\"}\n"))
  public void follow(
      @PathParam("project") Label project,
      @QueryParam("after") String after,
      @QueryParam("seconds") Integer seconds,
      @HeaderParam(LAST_EVENT) String last,
      @Context SseEventSink sink,
      @Context Sse sse) {
    streams.open(
        project,
        last == null ? place("after", after) : place(LAST_EVENT, last),
        EventsResource.length(seconds),
        new EventChannel(sink, sse));
  }

  private static OptionalLong place(String field, String id) {
    if (id == null) {
      return OptionalLong.empty();
    }
    if (!id.matches("[0-9]{1,18}")) {
      throw InvalidRequest.field(
          field, "this is the id of the last event that you were told, or 0 for the beginning.");
    }
    return OptionalLong.of(Long.parseLong(id));
  }
}
