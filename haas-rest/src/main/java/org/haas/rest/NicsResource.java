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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.haas.error.Retried;
import org.haas.network.Attachments;
import org.haas.node.Nodes;
import org.haas.operation.OperationView;
import org.haas.rest.wire.Body;
import org.haas.rest.wire.Preconditions;
import org.haas.rest.wire.TagList;
import org.haas.spi.Channel;
import org.haas.spi.Label;
import org.haas.spi.MacAddress;

/** The NICs of a node, and the networks on them. */
@ApplicationScoped
@Retried
@Path("v1/nodes/{node}/nics")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "nodes")
public class NicsResource {
  @EJB private Nodes nodes;
  @EJB private Attachments attachments;
  @Inject private Preconditions preconditions;

  private record Card(Label name, MacAddress mac) {}

  /** Records a NIC. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequestBody(content = @Content(example = "{\"name\": \"eth0\", \"mac\": \"52:54:00:12:34:56\"}"))
  @APIResponse(
      responseCode = "201",
      description = "It is made",
      content = @Content(schema = @Schema(implementation = NodeBody.class)))
  @Operation(operationId = "addNic", summary = "Record a NIC of a node (administrators)")
  public Response add(@PathParam("node") Label node, Body body) {
    Card card =
        body.read(fields -> new Card(fields.label("name"), fields.value("mac", MacAddress::new)));
    return Answers.created(NodeBody.of(nodes.addNic(node, card.name(), card.mac())), "nodes", node);
  }

  /** Forgets a NIC. */
  @DELETE
  @Path("{nic}")
  @Operation(operationId = "deleteNic", summary = "Forget a NIC of a free node (administrators)")
  public void delete(
      @PathParam("node") Label node,
      @PathParam("nic") Label nic,
      @HeaderParam(Preconditions.IF_MATCH) TagList tags) {
    preconditions.expect(tags, () -> NodeBody.of(nodes.show(node)));
    nodes.deleteNic(node, nic);
  }

  /** Puts the NIC on a network, later. */
  @PUT
  @Path("{nic}/networks/{network}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequestBody(required = false, content = @Content(example = "{\"channel\": \"vlan/native\"}"))
  @APIResponse(
      responseCode = "202",
      description = "It will be done",
      content = @Content(schema = @Schema(implementation = OperationView.class)))
  @Operation(
      operationId = "connect",
      summary = "Connect a NIC to a network; watch the operation that is answered")
  public Response connect(
      @PathParam("node") Label node,
      @PathParam("nic") Label nic,
      @PathParam("network") Label network,
      Body body) {
    Optional<Channel> channel = body.read(fields -> fields.optional("channel", Channel::parse));
    return Answers.accepted(attachments.connect(node, nic, network, channel));
  }

  /** Takes the NIC off a network, later. */
  @DELETE
  @Path("{nic}/networks/{network}")
  @APIResponse(
      responseCode = "202",
      description = "It will be done",
      content = @Content(schema = @Schema(implementation = OperationView.class)))
  @Operation(
      operationId = "detach",
      summary = "Detach a NIC from a network; watch the operation that is answered")
  public Response detach(
      @PathParam("node") Label node,
      @PathParam("nic") Label nic,
      @PathParam("network") Label network) {
    return Answers.accepted(attachments.detach(node, nic, network));
  }
}
