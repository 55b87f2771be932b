package org.haas.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import org.haas.node.PowerView;
import org.haas.operation.OperationView;
import org.haas.power.PowerAction;
import org.haas.power.PowerControls;
import org.haas.rest.wire.Body;
import org.haas.spi.Label;

/** Power of a machine. */
@ApplicationScoped
@Retried
@Path("v1/nodes/{node}/power")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "power")
public class PowerResource {
  @EJB private PowerControls power;

  /** What its controller said last. */
  @GET
  @Operation(
      operationId = "showPower",
      summary = "Whether your machine has power, when that was read, and why it cannot be")
  public PowerView show(@PathParam("node") Label node) {
    return power.show(node);
  }

  /** Asks for it, to be done soon. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequestBody(content = @Content(example = "{\"action\": \"cycle\"}"))
  @APIResponse(
      responseCode = "202",
      description = "It will be done",
      content = @Content(schema = @Schema(implementation = OperationView.class)))
  @Operation(
      operationId = "changePower",
      summary =
          "Switch your machine on, off, cycle, shutdown or reboot; watch the operation that is"
              + " answered")
  public Response act(@PathParam("node") Label node, Body body) {
    return Answers.accepted(
        power.act(node, body.read(fields -> fields.value("action", PowerAction::parse))));
  }
}
