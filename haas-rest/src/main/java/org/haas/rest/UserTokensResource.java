package org.haas.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.haas.document.Username;
import org.haas.error.Retried;
import org.haas.rest.wire.Items;
import org.haas.rest.wire.Preconditions;
import org.haas.rest.wire.TagList;
import org.haas.spi.Label;
import org.haas.token.ApiTokenView;
import org.haas.token.ApiTokens;

/** The API tokens of others. */
@ApplicationScoped
@Retried
@Path("v1/users/{username}/tokens")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "users")
public class UserTokensResource {
  @EJB private ApiTokens tokens;
  @Inject private Preconditions preconditions;

  /** All, by name. */
  @GET
  @Operation(
      operationId = "listUserTokens",
      summary = "The API tokens of a user by name (administrators, persons)")
  public Items<ApiTokenView> list(@PathParam("username") Username username) {
    return Items.all(tokens.listOf(username));
  }

  /** Ends one. */
  @DELETE
  @Path("{token}")
  @Operation(
      operationId = "revokeUserToken",
      summary = "Revoke an API token of a user, at once (administrators, persons)")
  public void revoke(
      @PathParam("username") Username username,
      @PathParam("token") Label token,
      @HeaderParam(Preconditions.IF_MATCH) TagList tags) {
    preconditions.expect(tags, () -> list(username));
    tokens.revokeOf(username, token);
  }
}
