package org.haas.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.haas.document.Fields;
import org.haas.error.Retried;
import org.haas.network.AttachmentView;
import org.haas.network.NetworkQuery;
import org.haas.network.NetworkSpec;
import org.haas.network.NetworkView;
import org.haas.network.Networks;
import org.haas.network.ProofView;
import org.haas.network.Proofs;
import org.haas.network.Visibility;
import org.haas.page.PageRequest;
import org.haas.rest.wire.Body;
import org.haas.rest.wire.Cursor;
import org.haas.rest.wire.Items;
import org.haas.rest.wire.Preconditions;
import org.haas.rest.wire.SearchText;
import org.haas.rest.wire.TagList;
import org.haas.spi.Label;
import org.haas.spi.VlanId;

/** Networks and who may use them. */
@ApplicationScoped
@Retried
@Path("v1/networks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "networks")
public class NetworksResource {
  @EJB private Networks networks;
  @EJB private Proofs proofs;
  @Inject private Preconditions preconditions;

  /** A part of those that the caller may see. */
  @GET
  @Operation(
      operationId = "listNetworks",
      summary = "Public networks and those that your projects may use")
  public Items<NetworkView> list(
      @QueryParam("text") SearchText text,
      @QueryParam("project") Label project,
      @QueryParam("limit") Integer limit,
      @QueryParam("cursor") Cursor cursor) {
    PageRequest part = Cursor.page(cursor, limit);
    return Items.part(
        part,
        networks.list(new NetworkQuery(SearchText.of(text), Optional.ofNullable(project), part)));
  }

  /** One. */
  @GET
  @Path("{network}")
  @Operation(operationId = "showNetwork", summary = "One network")
  public NetworkView show(@PathParam("network") Label network) {
    return networks.show(network);
  }

  /** Makes one. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequestBody(content = @Content(example = "{\"name\": \"lab\", \"owner\": \"physics\"}"))
  @APIResponse(
      responseCode = "201",
      description = "It is made",
      content = @Content(schema = @Schema(implementation = NetworkView.class)))
  @Operation(
      operationId = "createNetwork",
      summary = "Make a network (members of its owner; without an owner, administrators)")
  public Response create(Body body) {
    NetworkSpec spec = body.read(NetworksResource::spec);
    return Answers.created(networks.create(spec), "networks", spec.name());
  }

  private static NetworkSpec spec(Fields fields) {
    return new NetworkSpec(
        fields.label("name"),
        fields.optionalLabel("owner"),
        fields.optionalWord("visibility", Visibility.class).orElse(Visibility.SHARED),
        Set.copyOf(fields.values("grants", Label::new)),
        fields.optionalNumber("vlan", VlanId.MIN, VlanId.MAX).map(VlanId::new));
  }

  /** Deletes one that nothing is connected to. */
  @DELETE
  @Path("{network}")
  @Operation(operationId = "deleteNetwork", summary = "Delete a network that nothing is on")
  public void delete(
      @PathParam("network") Label network, @HeaderParam(Preconditions.IF_MATCH) TagList tags) {
    preconditions.expect(tags, () -> show(network));
    networks.delete(network);
  }

  /** Lets a project use it. */
  @PUT
  @Path("{network}/grants/{project}")
  @Operation(operationId = "grantNetwork", summary = "Let a project use a network")
  public NetworkView grant(
      @PathParam("network") Label network,
      @PathParam("project") Label project,
      @HeaderParam(Preconditions.IF_MATCH) TagList tags) {
    preconditions.expect(tags, () -> show(network));
    return networks.grant(network, project);
  }

  /** No longer lets a project use it. */
  @DELETE
  @Path("{network}/grants/{project}")
  @Operation(operationId = "revokeNetwork", summary = "No longer let a project use a network")
  public void revoke(
      @PathParam("network") Label network,
      @PathParam("project") Label project,
      @HeaderParam(Preconditions.IF_MATCH) TagList tags) {
    preconditions.expect(tags, () -> show(network));
    networks.revoke(network, project);
  }

  /** What is on it. */
  @GET
  @Path("{network}/attachments")
  @Operation(
      operationId = "listAttachments",
      summary = "What is connected; who does not own the network names a project of his")
  public Items<AttachmentView> attachments(
      @PathParam("network") Label network, @QueryParam("project") Label project) {
    return Items.all(networks.attachments(network, Optional.ofNullable(project)));
  }

  /** Where it is, and that it is nowhere else. */
  @GET
  @Path("{network}/isolation")
  @Operation(
      operationId = "proveIsolation",
      summary =
          "Which ports carry the network as read from the switches, and whether just those shall")
  public ProofView isolation(@PathParam("network") Label network) {
    return proofs.of(network);
  }
}
