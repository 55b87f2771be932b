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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.haas.error.Retried;
import org.haas.headnode.HypervisorFields;
import org.haas.headnode.HypervisorSpec;
import org.haas.headnode.HypervisorView;
import org.haas.headnode.Hypervisors;
import org.haas.operation.OperationView;
import org.haas.rest.wire.Body;
import org.haas.rest.wire.Items;
import org.haas.rest.wire.Preconditions;
import org.haas.rest.wire.TagList;
import org.haas.spi.Label;

/** Hypervisors. For administrators. */
@ApplicationScoped
@Retried
@Path("v1/hypervisors")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "headnodes")
public class HypervisorsResource {
  @EJB private Hypervisors hypervisors;
  @Inject private Preconditions preconditions;

  /** All, by name. */
  @GET
  @Operation(operationId = "listHypervisors", summary = "All hypervisors (administrators)")
  public Items<HypervisorView> list() {
    return Items.all(hypervisors.list());
  }

  /** One. */
  @GET
  @Path("{hypervisor}")
  @Operation(
      operationId = "showHypervisor",
      summary = "One hypervisor: what it has, and how much of it headnodes have (administrators)")
  public HypervisorView show(@PathParam("hypervisor") Label hypervisor) {
    return hypervisors.show(hypervisor);
  }

  /** Records one. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequestBody(
      content =
          @Content(
              example =
                  "{\"name\": \"hv-1\", \"type\": \"libvirt\", \"address\": \"192.0.2.9\","
                      + " \"username\": \"haas\", \"privateKey\": \"...\", \"hostKey\":"
                      + " \"ssh-ed25519 AAAA...\", \"settings\": {\"bridge\": \"br0\"}}"))
  @APIResponse(
      responseCode = "201",
      description = "It is made",
      content = @Content(schema = @Schema(implementation = HypervisorView.class)))
  @Operation(operationId = "registerHypervisor", summary = "Record a hypervisor (administrators)")
  public Response register(Body body) {
    HypervisorSpec spec = body.read(HypervisorFields::spec);
    return Answers.created(hypervisors.register(spec), "hypervisors", spec.name());
  }

  /** Forgets one without headnodes. */
  @DELETE
  @Path("{hypervisor}")
  @Operation(
      operationId = "deleteHypervisor",
      summary = "Forget a hypervisor without headnodes (administrators)")
  public void delete(
      @PathParam("hypervisor") Label hypervisor,
      @HeaderParam(Preconditions.IF_MATCH) TagList tags) {
    preconditions.expect(tags, () -> show(hypervisor));
    hypervisors.delete(hypervisor);
  }

  /** Looks at it, later. */
  @POST
  @Path("{hypervisor}/check")
  @APIResponse(
      responseCode = "202",
      description = "It will be done",
      content = @Content(schema = @Schema(implementation = OperationView.class)))
  @Operation(
      operationId = "checkHypervisor",
      summary =
          "Read what a hypervisor has and how its headnodes are, and remove what was left behind"
              + " (administrators)")
  public Response check(@PathParam("hypervisor") Label hypervisor) {
    return Answers.accepted(hypervisors.check(hypervisor));
  }

  /** The host key that it shows now. */
  @GET
  @Path("{hypervisor}/host-key")
  @Operation(
      operationId = "scanHypervisorHostKey",
      summary = "The SSH host key that a hypervisor shows now, not yet enrolled (administrators)")
  public HostKeyBody scanHostKey(@PathParam("hypervisor") Label hypervisor) {
    return new HostKeyBody(hypervisors.scanHostKey(hypervisor));
  }

  /** Enrols the host key that it must show. */
  @PUT
  @Path("{hypervisor}/host-key")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequestBody(content = @Content(example = "{\"hostKey\": \"ssh-ed25519 AAAA...\"}"))
  @Operation(
      operationId = "enrolHypervisorHostKey",
      summary = "Enrol the SSH host key that a hypervisor must show (administrators)")
  public HypervisorView enrolHostKey(
      @PathParam("hypervisor") Label hypervisor,
      @HeaderParam(Preconditions.IF_MATCH) TagList tags,
      Body body) {
    preconditions.expect(tags, () -> show(hypervisor));
    return hypervisors.enrolHostKey(hypervisor, body.read(fields -> fields.text("hostKey")));
  }
}
