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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.haas.document.Forms;
import org.haas.error.Retried;
import org.haas.node.Metadata;
import org.haas.node.NodeQuery;
import org.haas.node.NodeSpec;
import org.haas.node.NodeState;
import org.haas.node.NodeView;
import org.haas.node.Nodes;
import org.haas.operation.OperationView;
import org.haas.operation.Operations;
import org.haas.page.Page;
import org.haas.page.PageRequest;
import org.haas.power.PowerControls;
import org.haas.rest.wire.Body;
import org.haas.rest.wire.Cursor;
import org.haas.rest.wire.Items;
import org.haas.rest.wire.Preconditions;
import org.haas.rest.wire.SearchText;
import org.haas.rest.wire.TagList;
import org.haas.spi.Label;

/** Machines. */
@ApplicationScoped
@Retried
@Path("v1/nodes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "nodes")
public class NodesResource {
  @EJB private Nodes nodes;
  @EJB private PowerControls power;
  @EJB private Operations operations;
  @Inject private Preconditions preconditions;

  /** A part of those that the caller may see. */
  @GET
  @Operation(operationId = "listNodes", summary = "Free nodes and your projects' nodes")
  public Items<NodeBody> list(
      @QueryParam("text") SearchText text,
      @QueryParam("state") NodeState state,
      @QueryParam("project") Label project,
      @QueryParam("sort") String sort,
      @QueryParam("limit") Integer limit,
      @QueryParam("cursor") Cursor cursor) {
    PageRequest part = Cursor.page(cursor, limit);
    NodeOrder order = Forms.convert("sort", sort == null ? "name" : sort, NodeOrder::parse);
    Page<NodeView> found =
        nodes.list(
            new NodeQuery(
                SearchText.of(text),
                Optional.ofNullable(state),
                Optional.ofNullable(project),
                order.sort(),
                order.descending(),
                part));
    return Items.part(part, found, NodeBody::of);
  }

  /** One. */
  @GET
  @Path("{node}")
  @Operation(operationId = "showNode", summary = "One node with its NICs and their networks")
  public NodeBody show(@PathParam("node") Label node) {
    return NodeBody.of(nodes.show(node));
  }

  /** Records one. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequestBody(
      content = @Content(example = "{\"name\": \"node-1\", \"metadata\": {\"memoryGiB\": 256}}"))
  @APIResponse(
      responseCode = "201",
      description = "It is made",
      content = @Content(schema = @Schema(implementation = NodeBody.class)))
  @Operation(operationId = "registerNode", summary = "Record a machine (administrators)")
  public Response register(Body body) {
    NodeSpec spec =
        body.read(
            fields -> new NodeSpec(fields.label("name"), Metadata.of(fields), Optional.empty()));
    return Answers.created(NodeBody.of(nodes.register(spec)), "nodes", spec.name());
  }

  /** Forgets one. */
  @DELETE
  @Path("{node}")
  @Operation(
      operationId = "deleteNode",
      summary = "Forget a free machine without NICs (administrators)")
  public void delete(
      @PathParam("node") Label node, @HeaderParam(Preconditions.IF_MATCH) TagList tags) {
    preconditions.expect(tags, () -> show(node));
    nodes.delete(node);
  }

  /** A fact. */
  @GET
  @Path("{node}/metadata/{label}")
  @Operation(operationId = "showMetadata", summary = "A fact that is recorded of a node")
  public FactBody fact(@PathParam("node") Label node, @PathParam("label") Label label) {
    return FactBody.of(nodes.show(node), label);
  }

  /** Records a fact. */
  @PUT
  @Path("{node}/metadata/{label}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequestBody(content = @Content(example = "{\"value\": {\"rack\": 7}}"))
  @Operation(operationId = "putMetadata", summary = "Record a fact, any JSON (administrators)")
  public NodeBody putMetadata(
      @PathParam("node") Label node,
      @PathParam("label") Label label,
      @HeaderParam(Preconditions.IF_MATCH) TagList tags,
      Body body) {
    preconditions.expect(tags, () -> fact(node, label));
    String value = body.read(fields -> fields.json("value").toString());
    return NodeBody.of(nodes.setMetadata(node, label, value));
  }

  /** Forgets a fact. */
  @DELETE
  @Path("{node}/metadata/{label}")
  @Operation(operationId = "deleteMetadata", summary = "Forget a fact (administrators)")
  public void deleteMetadata(
      @PathParam("node") Label node,
      @PathParam("label") Label label,
      @HeaderParam(Preconditions.IF_MATCH) TagList tags) {
    preconditions.expect(tags, () -> fact(node, label));
    nodes.deleteMetadata(node, label);
  }

  /** Takes a free node for a project. */
  @PUT
  @Path("{node}/reservation")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequestBody(content = @Content(example = "{\"project\": \"physics\"}"))
  @Operation(operationId = "reserveNode", summary = "Reserve a free node for your project")
  public NodeBody reserve(@PathParam("node") Label node, Body body) {
    return NodeBody.of(nodes.reserve(body.read(fields -> fields.label("project")), node));
  }

  /** Gives a node back. */
  @DELETE
  @Path("{node}/reservation")
  @APIResponse(
      responseCode = "200",
      description = "Done",
      content = @Content(schema = @Schema(implementation = NodeBody.class)))
  @APIResponse(
      responseCode = "202",
      description = "It will be done",
      content = @Content(schema = @Schema(implementation = OperationView.class)))
  @Operation(
      operationId = "releaseNode",
      summary =
          "Give a node of your project back: it is free (200), or watch the operation that is"
              + " answered (202); force: free one whose release cannot end (administrators)")
  public Response release(@PathParam("node") Label node, @QueryParam("force") Boolean force) {
    if (Boolean.TRUE.equals(force)) {
      power.free(node);
      return Response.ok(NodeBody.of(nodes.show(node))).build();
    }
    return left(nodes.release(Optional.empty(), node));
  }

  /** Ends its maintenance. */
  @POST
  @Path("{node}/maintenance/done")
  @APIResponse(
      responseCode = "200",
      description = "Done",
      content = @Content(schema = @Schema(implementation = NodeBody.class)))
  @APIResponse(
      responseCode = "202",
      description = "It will be done",
      content = @Content(schema = @Schema(implementation = OperationView.class)))
  @Operation(
      operationId = "endMaintenance",
      summary =
          "Say that maintenance of a node is done (members of the maintenance project): it is free"
              + " (200), or watch the operation that is answered (202)")
  public Response maintained(@PathParam("node") Label node) {
    return left(nodes.maintained(node));
  }

  private Response left(NodeView node) {
    return node.release()
        .map(operations::show)
        .map(Answers::accepted)
        .orElseGet(() -> Response.ok(NodeBody.of(node)).build());
  }
}
