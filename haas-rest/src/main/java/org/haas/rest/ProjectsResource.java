package org.haas.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import org.haas.project.ProjectView;
import org.haas.project.Projects;
import org.haas.rest.wire.Body;
import org.haas.rest.wire.Items;
import org.haas.rest.wire.Preconditions;
import org.haas.rest.wire.TagList;
import org.haas.spi.Label;

/** Projects. */
@ApplicationScoped
@Retried
@Path("v1/projects")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "projects")
public class ProjectsResource {
  @EJB private Projects projects;
  @Inject private Preconditions preconditions;

  /** The caller's, by name. */
  @GET
  @Operation(
      operationId = "listProjects",
      summary = "Your projects by name; an administrator sees all")
  public Items<ProjectView> list() {
    return Items.all(projects.list());
  }

  /** One. */
  @GET
  @Path("{project}")
  @Operation(operationId = "showProject", summary = "One project, and your role in it")
  public ProjectView show(@PathParam("project") Label project) {
    return projects.show(project);
  }

  /** Makes one. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequestBody(content = @Content(example = "{\"name\": \"physics\"}"))
  @APIResponse(
      responseCode = "201",
      description = "It is made",
      content = @Content(schema = @Schema(implementation = ProjectView.class)))
  @Operation(operationId = "createProject", summary = "Make a project (administrators)")
  public Response create(Body body) {
    Label name = body.read(fields -> fields.label("name"));
    return Answers.created(projects.create(name), "projects", name);
  }

  /** Deletes one that owns nothing. */
  @DELETE
  @Path("{project}")
  @Operation(
      operationId = "deleteProject",
      summary = "Delete a project that owns nothing (administrators)")
  public void delete(
      @PathParam("project") Label project, @HeaderParam(Preconditions.IF_MATCH) TagList tags) {
    preconditions.expect(tags, () -> show(project));
    projects.delete(project);
  }
}
