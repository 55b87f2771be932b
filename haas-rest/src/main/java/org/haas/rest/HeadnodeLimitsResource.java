package org.haas.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.haas.error.Retried;
import org.haas.headnode.HeadnodeFields;
import org.haas.headnode.LimitView;
import org.haas.headnode.Limits;
import org.haas.rest.wire.Body;
import org.haas.rest.wire.Preconditions;
import org.haas.rest.wire.TagList;
import org.haas.spi.Label;

/** What the headnodes of a project may have together. */
@ApplicationScoped
@Retried
@Path("v1/projects/{project}/headnode-limits")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "headnodes")
public class HeadnodeLimitsResource {
  @EJB private Limits limits;
  @Inject private Preconditions preconditions;

  /** A project's. */
  @GET
  @Operation(
      operationId = "showHeadnodeLimits",
      summary = "What the headnodes of a project may have together, and have")
  public LimitView show(@PathParam("project") Label project) {
    return limits.show(project);
  }

  /** Says what they may have. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @RequestBody(
      content =
          @Content(
              example = "{\"headnodes\": 5, \"cpus\": 10, \"memoryMib\": 16384, \"diskGib\": 200}"))
  @Operation(
      operationId = "putHeadnodeLimits",
      summary = "Say what the headnodes of a project may have together (administrators)")
  public LimitView set(
      @PathParam("project") Label project,
      @HeaderParam(Preconditions.IF_MATCH) TagList tags,
      Body body) {
    preconditions.expect(tags, () -> show(project));
    return limits.set(project, body.read(HeadnodeFields::limits));
  }
}
