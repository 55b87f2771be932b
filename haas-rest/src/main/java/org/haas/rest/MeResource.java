package org.haas.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.haas.access.Access;
import org.haas.access.Caller;
import org.haas.error.Retried;
import org.haas.project.ProjectView;
import org.haas.project.Projects;

/** Who calls. */
@ApplicationScoped
@Retried
@Path("v1/me")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "users")
public class MeResource {
  @Inject private Access access;
  @EJB private Projects projects;

  /** The caller, and the projects that he is a member of. */
  record Me(String username, boolean admin, List<ProjectView> projects) {}

  /** The caller. */
  @GET
  @Operation(operationId = "showMe", summary = "Who you are, and your projects")
  public Me show() {
    Caller caller = access.caller();
    return new Me(
        caller.username(),
        caller.admin(),
        projects.list().stream().filter(project -> project.role().isPresent()).toList());
  }
}
