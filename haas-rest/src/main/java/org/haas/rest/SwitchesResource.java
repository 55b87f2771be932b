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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.haas.error.Retried;
import org.haas.node.Cabling;
import org.haas.operation.OperationView;
import org.haas.rest.wire.Body;
import org.haas.rest.wire.Items;
import org.haas.rest.wire.Preconditions;
import org.haas.rest.wire.TagList;
import org.haas.spi.Label;
import org.haas.switches.SwitchFields;
import org.haas.switches.SwitchSpec;
import org.haas.switches.Switches;

/** Switches. For administrators. */
@ApplicationScoped
@Retried
@Path("v1/switches")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "switches")
public class SwitchesResource {
  @EJB private Switches switches;
  @EJB private Cabling cabling;
  @Inject private Preconditions preconditions;

  /** All, by name. */
  @GET
  @Operation(operationId = "listSwitches", summary = "All switches (administrators)")
  public Items<SwitchBody> list() {
    return Items.all(switches.list().stream().map(SwitchBody::brief).toList());
  }

  /** One. */
  @GET
  @Path("{switch}")
  @Operation(
      operationId = "showSwitch",
      summary = "One switch, its ports and what is behind them (administrators)")
  public SwitchBody show(@PathParam("switch") Label name) {
    return SwitchBody.full(switches.show(name), cabling.ofSwitch(name));
  }

  /** Records one. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequestBody(
      content =
          @Content(
              example =
                  "{\"name\": \"tor-1\", \"type\": \"ovs\", \"host\": \"192.0.2.1\", \"username\":"
                      + " \"haas\", \"password\": \"...\", \"settings\": {\"bridge\": \"br0\"}}"))
  @APIResponse(
      responseCode = "201",
      description = "It is made",
      content = @Content(schema = @Schema(implementation = SwitchBody.class)))
  @Operation(operationId = "registerSwitch", summary = "Record a switch (administrators)")
  public Response register(Body body) {
    SwitchSpec spec = body.read(SwitchFields::spec);
    return Answers.created(
        SwitchBody.full(switches.register(spec), List.of()), "switches", spec.name());
  }

  /** Forgets one without ports. */
  @DELETE
  @Path("{switch}")
  @Operation(
      operationId = "deleteSwitch",
      summary = "Forget a switch without ports (administrators)")
  public void delete(
      @PathParam("switch") Label name, @HeaderParam(Preconditions.IF_MATCH) TagList tags) {
    preconditions.expect(tags, () -> show(name));
    switches.delete(name);
  }

  /** The host key that the switch shows now. */
  @GET
  @Path("{switch}/host-key")
  @Operation(
      operationId = "scanHostKey",
      summary = "The SSH host key that a switch shows now, not yet enrolled (administrators)")
  public HostKeyBody scanHostKey(@PathParam("switch") Label name) {
    return new HostKeyBody(switches.scanHostKey(name));
  }

  /** Enrols the host key that the switch must show. */
  @PUT
  @Path("{switch}/host-key")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequestBody(content = @Content(example = "{\"hostKey\": \"ssh-ed25519 AAAA...\"}"))
  @Operation(
      operationId = "enrolHostKey",
      summary = "Enrol the SSH host key that a switch must show (administrators)")
  public SwitchBody enrolHostKey(
      @PathParam("switch") Label name,
      @HeaderParam(Preconditions.IF_MATCH) TagList tags,
      Body body) {
    preconditions.expect(tags, () -> show(name));
    String key = body.read(fields -> fields.text("hostKey"));
    return SwitchBody.full(switches.enrolHostKey(name, key), cabling.ofSwitch(name));
  }

  /** Reads all its ports, later. */
  @POST
  @Path("{switch}/check")
  @APIResponse(
      responseCode = "202",
      description = "It will be done",
      content = @Content(schema = @Schema(implementation = OperationView.class)))
  @Operation(
      operationId = "checkSwitch",
      summary = "Read all ports, and find which are not as wanted")
  public Response check(@PathParam("switch") Label name) {
    return Answers.accepted(switches.check(name));
  }
}
