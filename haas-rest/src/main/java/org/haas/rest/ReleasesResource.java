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
import org.haas.node.ReservationFields;
import org.haas.node.Reservations;
import org.haas.rest.wire.Body;
import org.haas.rest.wire.Items;
import org.haas.spi.Label;

/** Many machines given back at once. */
@ApplicationScoped
@Retried
@Path("v1/releases")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "nodes")
public class ReleasesResource {
  @EJB private Reservations reservations;

  private record Leaving(Label project, List<Label> nodes) {}

  /** Gives nodes back. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequestBody(
      content =
          @Content(example = "{\"project\": \"physics\", \"nodes\": [\"node-1\", \"node-2\"]}"))
  @Operation(
      operationId = "releaseNodes",
      summary =
          "Give nodes of your project back, all or none; each is FREE, or RELEASING until the"
              + " operation release is done")
  public Items<NodeBody> release(Body body) {
    Leaving leaving =
        body.read(fields -> new Leaving(fields.label("project"), ReservationFields.nodes(fields)));
    return ReservationsResource.items(reservations.release(leaving.project(), leaving.nodes()));
  }
}
