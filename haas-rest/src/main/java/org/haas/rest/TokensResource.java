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
import org.haas.rest.wire.Body;
import org.haas.rest.wire.Items;
import org.haas.rest.wire.Preconditions;
import org.haas.rest.wire.TagList;
import org.haas.spi.Label;
import org.haas.token.ApiTokenSpec;
import org.haas.token.ApiTokenView;
import org.haas.token.ApiTokens;
import org.haas.token.NewApiTokenView;

/** The caller's API tokens. */
@ApplicationScoped
@Retried
@Path("v1/tokens")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "users")
public class TokensResource {
  @EJB private ApiTokens tokens;
  @Inject private Preconditions preconditions;

  /** All, by name. */
  @GET
  @Operation(operationId = "listTokens", summary = "Your API tokens by name (persons)")
  public Items<ApiTokenView> list() {
    return Items.all(tokens.list());
  }

  /** One. */
  @GET
  @Path("{token}")
  @Operation(operationId = "showToken", summary = "One of your API tokens (persons)")
  public ApiTokenView show(@PathParam("token") Label token) {
    return tokens.show(token);
  }

  /** Makes one, and shows it this once. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequestBody(
      content =
          @Content(
              example =
                  "{\"name\": \"ci\", \"projects\": [\"physics\"], \"readOnly\": false, \"days\": 90}"))
  @APIResponse(
      responseCode = "201",
      description = "It is made, and shown this once",
      content = @Content(schema = @Schema(implementation = NewApiTokenView.class)))
  @Operation(
      operationId = "createToken",
      summary = "Make an API token; the answer shows it, this once (persons)")
  public Response create(Body body) {
    NewApiTokenView made = tokens.create(body.read(ApiTokenSpec::read));
    return Answers.created(made, "tokens", made.name());
  }

  /** Ends one. */
  @DELETE
  @Path("{token}")
  @Operation(operationId = "revokeToken", summary = "Revoke an API token of yours (persons)")
  public void revoke(
      @PathParam("token") Label token, @HeaderParam(Preconditions.IF_MATCH) TagList tags) {
    preconditions.expect(tags, () -> show(token));
    tokens.revoke(token);
  }
}
