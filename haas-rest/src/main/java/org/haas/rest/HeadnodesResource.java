package org.haas.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.haas.error.Retried;
import org.haas.headnode.HeadnodeFields;
import org.haas.headnode.HeadnodePower;
import org.haas.headnode.HeadnodeQuery;
import org.haas.headnode.HeadnodeState;
import org.haas.headnode.HeadnodeView;
import org.haas.headnode.Headnodes;
import org.haas.operation.OperationView;
import org.haas.page.PageRequest;
import org.haas.rest.wire.Body;
import org.haas.rest.wire.Cursor;
import org.haas.rest.wire.Items;
import org.haas.rest.wire.Preconditions;
import org.haas.rest.wire.SearchText;
import org.haas.rest.wire.TagList;
import org.haas.spi.Label;

/** Headnodes: small virtual machines of a project, on its networks. */
@ApplicationScoped
@Retried
@Path("v1/headnodes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "headnodes")
public class HeadnodesResource {
  @EJB private Headnodes headnodes;
  @Inject private Preconditions preconditions;

  /** A part of those of the caller's projects. */
  @GET
  @Operation(operationId = "listHeadnodes", summary = "Headnodes of your projects")
  public Items<HeadnodeView> list(
      @QueryParam("text") SearchText text,
      @QueryParam("project") Label project,
      @QueryParam("state") HeadnodeState state,
      @QueryParam("limit") Integer limit,
      @QueryParam("cursor") Cursor cursor) {
    PageRequest part = Cursor.page(cursor, limit);
    return Items.part(
        part,
        headnodes.list(
            new HeadnodeQuery(
                SearchText.of(text),
                Optional.ofNullable(project),
                Optional.ofNullable(state),
                part)));
  }

  /** One. */
  @GET
  @Path("{headnode}")
  @Operation(operationId = "showHeadnode", summary = "One headnode with its NICs")
  public HeadnodeView show(@PathParam("headnode") Label headnode) {
    return headnodes.show(headnode);
  }

  /** Makes one, later. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequestBody(
      content =
          @Content(
              example =
                  "{\"name\": \"head\", \"project\": \"physics\", \"image\": \"debian-12-pxe\","
                      + " \"cpus\": 1, \"memoryMib\": 1024, \"diskGib\": 10, \"keys\":"
                      + " [\"ssh-ed25519 AAAA... me\"], \"start\": true}"))
  @APIResponse(
      responseCode = "202",
      description = "It will be done",
      content = @Content(schema = @Schema(implementation = OperationView.class)))
  @Operation(
      operationId = "createHeadnode",
      summary = "Make a headnode; watch the operation that is answered, and its steps")
  public Response create(Body body) {
    return Answers.accepted(headnodes.create(body.read(HeadnodeFields::spec)));
  }

  /** Goes on with the making of one that failed. */
  @POST
  @Path("{headnode}/creation")
  @APIResponse(
      responseCode = "202",
      description = "It will be done",
      content = @Content(schema = @Schema(implementation = OperationView.class)))
  @Operation(
      operationId = "createHeadnodeAgain",
      summary = "Go on with the making of a broken headnode, from the step that failed")
  public Response createAgain(@PathParam("headnode") Label headnode) {
    return Answers.accepted(headnodes.createAgain(headnode));
  }

  /** Starts or stops it, soon. */
  @POST
  @Path("{headnode}/power")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequestBody(content = @Content(example = "{\"action\": \"start\"}"))
  @APIResponse(
      responseCode = "202",
      description = "It will be done",
      content = @Content(schema = @Schema(implementation = OperationView.class)))
  @Operation(
      operationId = "changeHeadnodePower",
      summary = "Start a headnode, shut it down, or stop it at once")
  public Response act(@PathParam("headnode") Label headnode, Body body) {
    return Answers.accepted(
        headnodes.act(headnode, body.read(fields -> fields.value("action", HeadnodePower::parse))));
  }

  /** Removes it, later. */
  @DELETE
  @Path("{headnode}")
  @APIResponse(
      responseCode = "202",
      description = "It will be done",
      content = @Content(schema = @Schema(implementation = OperationView.class)))
  @Operation(
      operationId = "deleteHeadnode",
      summary = "Remove a headnode with everything on its disk; watch the operation")
  public Response delete(
      @PathParam("headnode") Label headnode, @HeaderParam(Preconditions.IF_MATCH) TagList tags) {
    preconditions.expect(tags, () -> show(headnode));
    return Answers.accepted(headnodes.delete(headnode));
  }
}
