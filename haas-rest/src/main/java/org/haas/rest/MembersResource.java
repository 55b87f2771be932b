package org.haas.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import org.haas.access.Role;
import org.haas.document.Username;
import org.haas.error.Retried;
import org.haas.project.MemberView;
import org.haas.project.Members;
import org.haas.rest.wire.Body;
import org.haas.rest.wire.Items;
import org.haas.rest.wire.Preconditions;
import org.haas.rest.wire.TagList;
import org.haas.spi.Label;

/** Who belongs to a project. */
@ApplicationScoped
@Retried
@Path("v1/projects/{project}/members")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "projects")
public class MembersResource {
  @EJB private Members members;
  @Inject private Preconditions preconditions;

  /** All, by name. */
  @GET
  @Operation(operationId = "listMembers", summary = "The members of a project by name (members)")
  public Items<MemberView> list(@PathParam("project") Label project) {
    return Items.all(members.list(project));
  }

  /** Makes somebody a member, or gives him another role. */
  @PUT
  @Path("{username}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequestBody(content = @Content(example = "{\"role\": \"MEMBER\"}"))
  @APIResponse(
      responseCode = "200",
      description = "Done",
      content = @Content(schema = @Schema(implementation = MemberView.class)))
  @APIResponse(
      responseCode = "201",
      description = "It is made",
      content = @Content(schema = @Schema(implementation = MemberView.class)))
  @Operation(
      operationId = "putMember",
      summary = "Make a user MEMBER or MANAGER of a project (managers)")
  public Response put(
      @PathParam("project") Label project,
      @PathParam("username") Username username,
      @HeaderParam(Preconditions.IF_MATCH) TagList tags,
      Body body) {
    preconditions.expect(tags, () -> list(project));
    Role role = body.read(fields -> fields.word("role", Role.class));
    boolean added = members.put(project, username.value(), role);
    return Response.status(added ? Response.Status.CREATED : Response.Status.OK)
        .entity(new MemberView(username.value(), role))
        .build();
  }

  /** Takes a member out. */
  @DELETE
  @Path("{username}")
  @Operation(operationId = "removeMember", summary = "Take a member out of a project (managers)")
  public void remove(
      @PathParam("project") Label project,
      @PathParam("username") Username username,
      @HeaderParam(Preconditions.IF_MATCH) TagList tags) {
    preconditions.expect(tags, () -> list(project));
    members.remove(project, username.value());
  }
}
