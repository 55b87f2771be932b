package org.haas.rest.v0;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.haas.access.Access;
import org.haas.document.InvalidRequest;
import org.haas.error.Retried;
import org.haas.network.Attachments;
import org.haas.node.BmcDrivers;
import org.haas.node.BmcSpec;
import org.haas.node.NodeSpec;
import org.haas.node.NodeView;
import org.haas.node.Nodes;
import org.haas.spi.Label;
import org.haas.spi.Secret;

/** HIL's nodes and what is recorded of them. */
@V0
@Retried
@Path("/v0")
@ApplicationScoped
public class NodesResource {
  @Inject private Access access;
  @EJB private Nodes nodes;
  @EJB private Attachments attachments;
  @Inject private Arguments arguments;

  /** Free nodes for {@code free}, all for any other word, as in HIL. */
  @GET
  @Path("/nodes/{is_free}")
  public Response list(@PathParam("is_free") String which) {
    return Reply.sorted(nodes.names(which.equals("free")));
  }

  @GET
  @Path("/node/{node}")
  public Response show(@PathParam("node") String node) {
    NodeView view = nodes.show(known(node));
    Connections connections = new Connections(attachments.ofNodes(List.of(view.name())));
    return Reply.json(new NodeReply(view, connections, access.isAdmin()).json());
  }

  @PUT
  @Path("/node/{node}")
  @Takes(value = "obmd", optional = "metadata")
  public Response register(@PathParam("node") String node) {
    Arguments obmd = arguments.inside("obmd", "uri", "admin_token");
    String uri = obmd.text("uri");
    if (!uri.matches("(?i)https?://\\S+")) {
      throw InvalidRequest.field("uri", "this begins with http:// or https://.");
    }
    BmcSpec bmc =
        new BmcSpec(
            BmcDrivers.OBMD,
            uri,
            "",
            new Secret(obmd.text("admin_token")),
            Optional.empty(),
            Map.of());
    nodes.register(
        new NodeSpec(
            Names.fresh("node", node), metadata(arguments.map("metadata")), Optional.of(bmc)));
    return Reply.done();
  }

  @DELETE
  @Path("/node/{node}")
  public Response delete(@PathParam("node") String node) {
    nodes.delete(known(node));
    return Reply.done();
  }

  @PUT
  @Path("/node/{node}/metadata/{label}")
  @Takes("value")
  public Response setMetadata(@PathParam("node") String node, @PathParam("label") String label) {
    JsonValue value = arguments.value("value");
    nodes.setMetadata(known(node), Names.fresh("label", label), value.toString());
    return Reply.done();
  }

  @DELETE
  @Path("/node/{node}/metadata/{label}")
  public Response deleteMetadata(@PathParam("node") String node, @PathParam("label") String label) {
    nodes.deleteMetadata(known(node), Names.known("label", label));
    return Reply.done();
  }

  private static Map<String, String> metadata(Map<String, JsonValue> given) {
    return given.entrySet().stream()
        .collect(
            Collectors.toMap(
                entry -> Names.fresh("metadata", entry.getKey()).value(),
                entry -> entry.getValue().toString(),
                (one, other) -> other,
                TreeMap::new));
  }

  private static Label known(String node) {
    return Names.known("node", node);
  }
}
