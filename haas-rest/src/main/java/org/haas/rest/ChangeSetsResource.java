package org.haas.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.haas.error.Retried;
import org.haas.network.ChangeSetQuery;
import org.haas.network.ChangeSetSpec;
import org.haas.network.ChangeSetState;
import org.haas.network.ChangeSetView;
import org.haas.network.ChangeSets;
import org.haas.page.PageRequest;
import org.haas.rest.wire.Body;
import org.haas.rest.wire.Cursor;
import org.haas.rest.wire.Items;
import org.haas.spi.Label;

/** Changes to many NICs together, all or none: planned, looked at, applied. */
@ApplicationScoped
@Retried
@Path("v1/change-sets")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "change-sets")
public class ChangeSetsResource {
  @EJB private ChangeSets changes;

  /** A part of those of the caller's projects. */
  @GET
  @Operation(
      operationId = "listChangeSets",
      summary = "Change-sets of your projects, newest first, without their NICs")
  public Items<ChangeSetView> list(
      @QueryParam("project") Label project,
      @QueryParam("state") ChangeSetState state,
      @QueryParam("limit") Integer limit,
      @QueryParam("cursor") Cursor cursor) {
    PageRequest part = Cursor.page(cursor, limit);
    return Items.part(
        part,
        changes.list(
            new ChangeSetQuery(Optional.ofNullable(project), Optional.ofNullable(state), part)));
  }

  /** Plans one. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequestBody(
      content =
          @Content(
              example =
                  """
                  {"nics": [{"node": "n1", "nic": "eth0", "mode": "EXACTLY", "networks": \
                  [{"network": "boot", "channel": "vlan/native"}]}]}"""))
  @APIResponse(
      responseCode = "200",
      description = "Done",
      content = @Content(schema = @Schema(implementation = ChangeSetView.class)))
  @APIResponse(
      responseCode = "201",
      description = "It is made",
      content = @Content(schema = @Schema(implementation = ChangeSetView.class)))
  @Operation(
      operationId = "planChangeSet",
      summary =
          "Plan the networks of many NICs together: EXACTLY these, ADD, or REMOVE; with dryRun=true"
              + " the plan is answered and not kept")
  public Response plan(@QueryParam("dryRun") Boolean dryRun, Body body) {
    ChangeSetSpec spec = body.read(ChangeSetSpec::read);
    if (Boolean.TRUE.equals(dryRun)) {
      return Response.ok(changes.preview(spec)).build();
    }
    ChangeSetView planned = changes.plan(spec);
    return Answers.created(planned, "change-sets", planned.id().orElseThrow());
  }

  /** One. */
  @GET
  @Path("{id}")
  @Operation(
      operationId = "showChangeSet",
      summary = "One change-set: what it does to each NIC, and how far each has come")
  public ChangeSetView show(@PathParam("id") UUID id) {
    return changes.show(id);
  }

  /** Does it. */
  @POST
  @Path("{id}/apply")
  @APIResponse(
      responseCode = "202",
      description = "It will be done",
      content = @Content(schema = @Schema(implementation = ChangeSetView.class)))
  @Operation(
      operationId = "applyChangeSet",
      summary = "Apply a planned change-set: all of its NICs are changed, or none")
  public Response apply(@PathParam("id") UUID id) {
    return Response.accepted(changes.apply(id)).build();
  }

  /** Takes one back. */
  @DELETE
  @Path("{id}")
  @Operation(
      operationId = "cancelChangeSet",
      summary = "Take back a planned change-set, or undo one that is being applied")
  public ChangeSetView cancel(@PathParam("id") UUID id) {
    return changes.cancel(id);
  }
}
