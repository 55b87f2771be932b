package org.haas.rest.v0;

import static org.haas.document.JsonLibrary.JSON;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import org.haas.access.Access;
import org.haas.access.Role;
import org.haas.error.HaasException;
import org.haas.error.Retried;
import org.haas.project.Members;
import org.haas.project.UserView;
import org.haas.project.Users;
import org.haas.spi.Label;
import org.haas.spi.Secret;

/** HIL's users and their projects. For administrators. */
@V0
@Retried
@Path("/v0/auth/basic")
@ApplicationScoped
public class UsersResource {
  @Inject private Access access;
  @EJB private Users users;
  @EJB private Members members;
  @Inject private Arguments arguments;

  @GET
  @Path("/users")
  public Response list() {
    JsonObjectBuilder body = JSON.createObjectBuilder();
    users.list().stream()
        .sorted(Comparator.comparing(UserView::username))
        .forEach(user -> body.add(user.username(), json(user)));
    return Reply.json(body.build());
  }

  @PUT
  @Path("/user/{user}")
  @Takes(value = "password", optional = "is_admin")
  public Response create(@PathParam("user") String user) {
    Secret password = new Secret(arguments.text("password"));
    users.create(Names.freshUser(user), password, arguments.optionalFlag("is_admin").orElse(false));
    return Reply.done();
  }

  @DELETE
  @Path("/user/{user}")
  public Response delete(@PathParam("user") String user) {
    users.delete(Names.user(user));
    return Reply.done();
  }

  @PATCH
  @Path("/user/{user}")
  @Takes("is_admin")
  public Response setAdmin(@PathParam("user") String user) {
    users.setAdmin(Names.user(user), arguments.flag("is_admin"));
    return Reply.done();
  }

  /** A member, no manager: one who is a manager already stays it. */
  @POST
  @Path("/user/{user}/add_project")
  @Takes("project")
  public Response addProject(@PathParam("user") String user) {
    access.requireAdmin();
    Label project = project();
    String username = Names.user(user);
    boolean known =
        members.list(project).stream()
            .anyMatch(member -> member.username().equalsIgnoreCase(username));
    if (known || !members.put(project, username, Role.MEMBER)) {
      throw HaasException.duplicate(
          "User %s is a member of project %s already.".formatted(username, project));
    }
    return Reply.done();
  }

  @POST
  @Path("/user/{user}/remove_project")
  @Takes("project")
  public Response removeProject(@PathParam("user") String user) {
    access.requireAdmin();
    members.remove(project(), Names.user(user));
    return Reply.done();
  }

  private Label project() {
    return Names.known("project", arguments.text("project"));
  }

  private static JsonObjectBuilder json(UserView user) {
    return JSON.createObjectBuilder()
        .add("is_admin", user.admin())
        .add("projects", Reply.array(user.projects().stream().sorted().toList()));
  }
}
