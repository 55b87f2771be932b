package org.haas.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.haas.error.Retried;
import org.haas.headnode.HeadnodeFields;
import org.haas.headnode.Headnodes;
import org.haas.headnode.HnicSpec;
import org.haas.headnode.HnicView;
import org.haas.headnode.Hnics;
import org.haas.operation.OperationView;
import org.haas.rest.wire.Body;
import org.haas.rest.wire.Preconditions;
import org.haas.rest.wire.TagList;
import org.haas.spi.Label;

/** NICs of headnodes. */
@ApplicationScoped
@Retried
@Path("v1/headnodes/{headnode}/nics")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "headnodes")
public class HnicsResource {
  @EJB private Hnics nics;
  @EJB private Headnodes headnodes;
  @Inject private Preconditions preconditions;

  /** Adds one. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequestBody(content = @Content(example = "{\"name\": \"eth0\", \"address\": \"10.1.0.1/24\"}"))
  @APIResponse(
      responseCode = "201",
      description = "It is made",
      content = @Content(schema = @Schema(implementation = HnicView.class)))
  @Operation(operationId = "createHnic", summary = "Add a NIC to a headnode, on no network yet")
  public Response create(@PathParam("headnode") Label headnode, Body body) {
    HnicSpec spec = body.read(HeadnodeFields::hnic);
    return Answers.created(nics.create(headnode, spec), "headnodes", headnode, "nics", spec.name());
  }

  /** Takes one out, later. */
  @DELETE
  @Path("{nic}")
  @APIResponse(
      responseCode = "202",
      description = "It will be done",
      content = @Content(schema = @Schema(implementation = OperationView.class)))
  @Operation(operationId = "deleteHnic", summary = "Take a NIC out of a headnode")
  public Response delete(
      @PathParam("headnode") Label headnode,
      @PathParam("nic") Label nic,
      @HeaderParam(Preconditions.IF_MATCH) TagList tags) {
    preconditions.expect(tags, () -> headnodes.show(headnode));
    return Answers.accepted(nics.delete(headnode, nic));
  }

  /** Puts one on a network, later. */
  @PUT
  @Path("{nic}/network")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequestBody(content = @Content(example = "{\"network\": \"lab\"}"))
  @APIResponse(
      responseCode = "202",
      description = "It will be done",
      content = @Content(schema = @Schema(implementation = OperationView.class)))
  @Operation(
      operationId = "connectHnic",
      summary = "Put a headnode's NIC on a network, also while it runs; watch the operation")
  public Response connect(
      @PathParam("headnode") Label headnode,
      @PathParam("nic") Label nic,
      @HeaderParam(Preconditions.IF_MATCH) TagList tags,
      Body body) {
    preconditions.expect(tags, () -> headnodes.show(headnode));
    return Answers.accepted(
        nics.connect(headnode, nic, body.read(fields -> fields.label("network"))));
  }

  /** Takes one off its network, later. */
  @DELETE
  @Path("{nic}/network")
  @APIResponse(
      responseCode = "202",
      description = "It will be done",
      content = @Content(schema = @Schema(implementation = OperationView.class)))
  @Operation(
      operationId = "detachHnic",
      summary = "Take a headnode's NIC off its network, also while it runs; watch the operation")
  public Response detach(
      @PathParam("headnode") Label headnode,
      @PathParam("nic") Label nic,
      @HeaderParam(Preconditions.IF_MATCH) TagList tags) {
    preconditions.expect(tags, () -> headnodes.show(headnode));
    return Answers.accepted(nics.detach(headnode, nic));
  }
}
