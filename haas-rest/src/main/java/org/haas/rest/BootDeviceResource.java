package org.haas.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Consumes;
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
import org.haas.operation.OperationView;
import org.haas.power.BootWord;
import org.haas.power.PowerControls;
import org.haas.rest.wire.Body;
import org.haas.spi.BootDevice;
import org.haas.spi.Label;

/** What a machine boots from. */
@ApplicationScoped
@Retried
@Path("v1/nodes/{node}/boot-device")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "power")
public class BootDeviceResource {
  @EJB private PowerControls power;

  private record Boot(BootDevice device, boolean once) {}

  /** Chooses it. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @RequestBody(content = @Content(example = "{\"device\": \"pxe\", \"once\": true}"))
  @APIResponse(
      responseCode = "202",
      description = "It will be done",
      content = @Content(schema = @Schema(implementation = OperationView.class)))
  @Operation(
      operationId = "putBootDevice",
      summary =
          "Choose what your machine boots from: disk, pxe or none; watch the operation that is"
              + " answered")
  public Response bootFrom(@PathParam("node") Label node, Body body) {
    Boot boot =
        body.read(
            fields ->
                new Boot(
                    fields.value("device", BootWord::parse),
                    fields.optionalFlag("once").orElse(false)));
    return Answers.accepted(power.bootFrom(node, boot.device(), boot.once()));
  }
}
