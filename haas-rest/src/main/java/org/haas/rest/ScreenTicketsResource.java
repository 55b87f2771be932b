package org.haas.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.haas.console.ScreenTicket;
import org.haas.console.Screens;
import org.haas.error.Retried;
import org.haas.spi.Label;

/** What opens the screen of a headnode. */
@ApplicationScoped
@Retried
@Path("v1/headnodes/{headnode}/screen-tickets")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "headnodes")
public class ScreenTicketsResource {
  @EJB private Screens screens;

  /** A new one. */
  @POST
  @APIResponse(
      responseCode = "201",
      description = "It is made",
      content = @Content(schema = @Schema(implementation = ScreenTicket.class)))
  @Operation(
      operationId = "openScreen",
      summary =
          "Let yourself in to a headnode's screen, once and within 30 s (members, administrators)")
  public Response admit(@PathParam("headnode") Label headnode) {
    return Response.status(Response.Status.CREATED).entity(screens.admit(headnode)).build();
  }
}
