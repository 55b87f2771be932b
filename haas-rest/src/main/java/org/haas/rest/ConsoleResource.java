package org.haas.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.haas.console.ConsoleHubs;
import org.haas.console.ConsoleTicket;
import org.haas.console.Consoles;
import org.haas.error.Retried;
import org.haas.spi.Label;

/** What a machine says on its serial console. */
@ApplicationScoped
@Retried
@Path("v1/nodes/{node}/console")
@Tag(name = "nodes")
public class ConsoleResource {
  @EJB private Consoles consoles;
  @Inject private ConsoleHubs hubs;
  @Inject private ConsoleDoor door;
  @Context private HttpServletRequest servlet;

  /** Writes what it says until the reader goes, his time is over or the tenure is. */
  @GET
  @Produces({MediaType.APPLICATION_OCTET_STREAM, MediaType.TEXT_PLAIN})
  @Operation(
      operationId = "watchConsole",
      summary = "The serial console of a node, as it is written (members, administrators)")
  @APIResponse(
      responseCode = "200",
      description = "What the machine said lately, then what it says",
      content = @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM))
  public void watch(
      @PathParam("node") Label node,
      @QueryParam("seconds") Integer seconds,
      @QueryParam("replay") @DefaultValue("true") String replay,
      @QueryParam("notices") @DefaultValue("true") String notices,
      @Context HttpHeaders headers,
      @Suspended AsyncResponse answer) {
    ConsoleDoor.Wish wish = ConsoleDoor.Wish.of(seconds, replay, notices, headers);
    door.stream(consoles.open(node), answer, servlet, wish);
  }

  /** What was recorded since the node was reserved. */
  @GET
  @Path("log")
  @Produces(MediaType.TEXT_PLAIN)
  @Operation(
      operationId = "consoleLog",
      summary = "What the console said in this reservation, with times (members, administrators)")
  public Response log(@PathParam("node") Label node) {
    ConsoleTicket ticket = consoles.log(node);
    return Response.ok(hubs.recording(ticket), ConsoleDoor.TEXT)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s.log\"".formatted(node))
        .build();
  }
}
