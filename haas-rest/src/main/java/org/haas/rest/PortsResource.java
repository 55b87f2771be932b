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
import org.haas.node.CableView;
import org.haas.node.Cabling;
import org.haas.operation.OperationView;
import org.haas.rest.wire.Body;
import org.haas.rest.wire.Preconditions;
import org.haas.rest.wire.TagList;
import org.haas.spi.Label;
import org.haas.spi.PortName;
import org.haas.switches.PortRole;
import org.haas.switches.PortView;
import org.haas.switches.SwitchFields;
import org.haas.switches.Switches;

/** The ports of a switch, and the NIC behind each. For administrators. */
@ApplicationScoped
@Retried
@Path("v1/switches/{switch}/ports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "switches")
public class PortsResource {
  @EJB private Switches switches;
  @EJB private Cabling cabling;
  @EJB private Attachments attachments;
  @Inject private Preconditions preconditions;

  private record Wanted(PortName port, PortRole role) {}

  private record Place(Label node, Label nic) {}

  /** Records a port. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequestBody(content = @Content(example = "{\"name\": \"gi1/0/5\", \"role\": \"EDGE\"}"))
  @APIResponse(
      responseCode = "201",
      description = "It is made",
      content = @Content(schema = @Schema(implementation = SwitchBody.Port.class)))
  @Operation(
      operationId = "registerPort",
      summary = "Record a port; HaaS parks it at once (administrators)")
  public Response register(@PathParam("switch") Label name, Body body) {
    Wanted wanted =
        body.read(
            fields -> new Wanted(fields.value("name", PortName::new), SwitchFields.role(fields)));
    PortView port = switches.registerPort(name, wanted.port(), wanted.role());
    return Answers.created(SwitchBody.Port.of(port, Optional.empty()), "switches", name);
  }

  /** Forgets a port without a NIC. */
  @DELETE
  @Path("{port}")
  @Operation(
      operationId = "deletePort",
      summary = "Forget a port without a NIC; / in its name is %2F (administrators)")
  public void delete(
      @PathParam("switch") Label name,
      @PathParam("port") PortName port,
      @HeaderParam(Preconditions.IF_MATCH) TagList tags) {
    preconditions.expect(tags, () -> owner(name));
    switches.deletePort(name, port);
  }

  /** Records which NIC is behind the port. */
  @PUT
  @Path("{port}/nic")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequestBody(content = @Content(example = "{\"node\": \"node-1\", \"nic\": \"eth0\"}"))
  @Operation(operationId = "plug", summary = "Record which NIC is behind a port (administrators)")
  public CableView plug(
      @PathParam("switch") Label name,
      @PathParam("port") PortName port,
      @HeaderParam(Preconditions.IF_MATCH) TagList tags,
      Body body) {
    preconditions.expect(tags, () -> owner(name));
    Place place = body.read(fields -> new Place(fields.label("node"), fields.label("nic")));
    return cabling.connect(name, port, place.node(), place.nic());
  }

  /** Records that nothing is behind the port. */
  @DELETE
  @Path("{port}/nic")
  @Operation(
      operationId = "unplug",
      summary = "Record that no NIC is behind a port any more (administrators)")
  public void unplug(
      @PathParam("switch") Label name,
      @PathParam("port") PortName port,
      @HeaderParam(Preconditions.IF_MATCH) TagList tags) {
    preconditions.expect(tags, () -> owner(name));
    cabling.disconnect(name, port);
  }

  /** Takes everything off the port, later. */
  @POST
  @Path("{port}/revert")
  @APIResponse(
      responseCode = "202",
      description = "It will be done",
      content = @Content(schema = @Schema(implementation = OperationView.class)))
  @Operation(
      operationId = "revertPort",
      summary = "Take every network off a port and park it (administrators)")
  public Response revert(@PathParam("switch") Label name, @PathParam("port") PortName port) {
    return Answers.accepted(attachments.revert(name, port));
  }

  private SwitchBody owner(Label name) {
    return SwitchBody.full(switches.show(name), cabling.ofSwitch(name));
  }
}
