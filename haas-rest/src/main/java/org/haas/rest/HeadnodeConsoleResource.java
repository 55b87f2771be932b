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
import org.haas.console.HeadnodeConsoles;
import org.haas.error.Retried;
import org.haas.spi.Label;

/** What a headnode says on its serial console. */
@ApplicationScoped
@Retried
@Path("v1/headnodes/{headnode}/console")
@Tag(name = "headnodes")
public class HeadnodeConsoleResource {
  @EJB private HeadnodeConsoles consoles;
  @Inject private ConsoleHubs hubs;
  @Inject private ConsoleDoor door;
  @Context private HttpServletRequest servlet;

  /** Writes what it says until the reader goes, his time is over or the headnode is. */
  @GET
  @Produces({MediaType.APPLICATION_OCTET_STREAM, MediaType.TEXT_PLAIN})
  @Operation(
      operationId = "watchHeadnodeConsole",
      summary = "The serial console of a headnode, as it is written (members, administrators)")
  @APIResponse(
      responseCode = "200",
      description = "What the headnode said lately, then what it says",
      content = @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM))
  public void watch(
      @PathParam("headnode") Label headnode,
      @QueryParam("seconds") Integer seconds,
      @QueryParam("replay") @DefaultValue("true") String replay,
      @QueryParam("notices") @DefaultValue("true") String notices,
      @Context HttpHeaders headers,
      @Suspended AsyncResponse answer) {
    ConsoleDoor.Wish wish = ConsoleDoor.Wish.of(seconds, replay, notices, headers);
    door.stream(consoles.open(headnode), answer, servlet, wish);
  }

  /** What was recorded since it was first watched. */
  @GET
  @Path("log")
  @Produces(MediaType.TEXT_PLAIN)
  @Operation(
      operationId = "headnodeConsoleLog",
      summary =
          "What the console said since it was first watched, with times (members, administrators)")
  public Response log(@PathParam("headnode") Label headnode) {
    ConsoleTicket ticket = consoles.log(headnode);
    return Response.ok(hubs.recording(ticket), ConsoleDoor.TEXT)
        .header(
            HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s.log\"".formatted(headnode))
        .build();
  }
}
