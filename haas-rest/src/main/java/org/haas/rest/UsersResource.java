package org.haas.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
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
import org.haas.document.Username;
import org.haas.error.Retried;
import org.haas.project.UserView;
import org.haas.project.Users;
import org.haas.rest.wire.Body;
import org.haas.rest.wire.Items;
import org.haas.spi.Secret;

/** The users of the login. For administrators. */
@ApplicationScoped
@Retried
@Path("v1/users")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "users")
public class UsersResource {
  @EJB private Users users;

  private record Wanted(Username username, Secret password, boolean admin) {}

  /** All, with their projects. */
  @GET
  @Operation(operationId = "listUsers", summary = "All users with their projects (administrators)")
  public Items<UserView> list() {
    return Items.all(users.list());
  }

  /** Makes one. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequestBody(
      content =
          @Content(example = "{\"username\": \"ada\", \"password\": \"...\", \"admin\": false}"))
  @APIResponse(
      responseCode = "201",
      description = "It is made",
      content = @Content(schema = @Schema(implementation = UserView.class)))
  @Operation(operationId = "createUser", summary = "Make a user in the login (administrators)")
  public Response create(Body body) {
    Wanted wanted =
        body.read(
            fields ->
                new Wanted(
                    fields.value("username", Username::new),
                    new Secret(fields.text("password")),
                    fields.optionalFlag("admin").orElse(false)));
    users.create(wanted.username().value(), wanted.password(), wanted.admin());
    UserView user = new UserView(wanted.username().value(), wanted.admin(), List.of());
    return Answers.created(user, "users", user.username());
  }

  /** Deletes one. */
  @DELETE
  @Path("{username}")
  @Operation(operationId = "deleteUser", summary = "Delete a user from the login (administrators)")
  public void delete(@PathParam("username") Username username) {
    users.delete(username.value());
  }

  /** Gives or takes the administrator's role. */
  @PUT
  @Path("{username}/admin")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequestBody(content = @Content(example = "{\"admin\": true}"))
  @Operation(
      operationId = "setAdmin",
      summary = "Make a user an administrator, or no longer (administrators)")
  public void setAdmin(@PathParam("username") Username username, Body body) {
    users.setAdmin(username.value(), body.read(fields -> fields.flag("admin")));
  }
}
