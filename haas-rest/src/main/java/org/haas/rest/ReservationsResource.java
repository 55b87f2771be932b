package org.haas.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.haas.error.Retried;
import org.haas.node.NodeView;
import org.haas.node.ReservationFields;
import org.haas.node.Reservations;
import org.haas.rest.wire.Body;
import org.haas.rest.wire.Items;

/** Many machines taken at once. */
@ApplicationScoped
@Retried
@Path("v1/reservations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "nodes")
public class ReservationsResource {
  @EJB private Reservations reservations;

  /** Takes free nodes for a project. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequestBody(
      content =
          @Content(
              example = "{\"project\": \"physics\", \"count\": 4, \"metadata\": {\"rack\": 7}}"))
  @Operation(
      operationId = "reserveNodes",
      summary =
          "Reserve free nodes for your project, all or none: those that you name, or as many as you"
              + " say of which these facts are recorded")
  public Items<NodeBody> reserve(Body body) {
    return items(reservations.reserve(body.read(ReservationFields::spec)));
  }

  /** Nodes, whole. */
  static Items<NodeBody> items(List<NodeView> nodes) {
    return Items.all(nodes.stream().map(NodeBody::of).toList());
  }
}
