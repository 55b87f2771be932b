package org.haas.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.haas.error.Retried;
import org.haas.node.PowerView;
import org.haas.power.BootWord;
import org.haas.power.PowerAction;
import org.haas.power.PowerControls;
import org.haas.rest.wire.Body;
import org.haas.spi.BootDevice;
import org.haas.spi.Label;

/** Power and boot device of a machine. */
@ApplicationScoped
@Retried
@Path("v1/nodes") // one that is longer would hide what other classes have there
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "power")
public class PowerResource {
  @Inject private PowerControls power;

  private record Boot(BootDevice device, boolean once) {}

  /** What its controller said last. */
  @GET
  @Path("{node}/power")
  @Operation(
      operationId = "showPower",
      summary = "Whether your machine has power, when that was read, and why it cannot be")
  public PowerView show(@PathParam("node") Label node) {
    return power.show(node);
  }

  /** Asks for it, to be done soon. */
  @POST
  @Path("{node}/power")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequestBody(content = @Content(example = "{\"action\": \"cycle\"}"))
  @Operation(
      operationId = "changePower",
      summary =
          "Switch your machine on, off, cycle, shutdown or reboot; watch the operation that is"
              + " answered")
  public Response act(@PathParam("node") Label node, Body body) {
    return Answers.accepted(
        power.act(node, body.read(fields -> fields.value("action", PowerAction::parse))));
  }

  /** Chooses what it boots from. */
  @PUT
  @Path("{node}/boot-device")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequestBody(content = @Content(example = "{\"device\": \"pxe\", \"once\": true}"))
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
