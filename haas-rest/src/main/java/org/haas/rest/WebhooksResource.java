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
import org.haas.hook.NewWebhookView;
import org.haas.hook.WebhookSpec;
import org.haas.hook.WebhookView;
import org.haas.hook.Webhooks;
import org.haas.rest.wire.Body;
import org.haas.rest.wire.Items;
import org.haas.rest.wire.Preconditions;
import org.haas.rest.wire.TagList;
import org.haas.spi.Label;

/** Who is told what happens in a project. */
@ApplicationScoped
@Retried
@Path("v1/projects/{project}/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "events")
public class WebhooksResource {
  @EJB private Webhooks webhooks;
  @Inject private Preconditions preconditions;

  /** All, by name. */
  @GET
  @Operation(
      operationId = "listWebhooks",
      summary = "Who is told what happens in a project, by name (managers)")
  public Items<WebhookView> list(@PathParam("project") Label project) {
    return Items.all(webhooks.list(project));
  }

  /** One. */
  @GET
  @Path("{webhook}")
  @Operation(operationId = "showWebhook", summary = "One webhook of a project (managers)")
  public WebhookView show(
      @PathParam("project") Label project, @PathParam("webhook") Label webhook) {
    return webhooks.show(project, webhook);
  }

  /** Makes one. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequestBody(
      content =
          @Content(
              example =
                  "{\"name\": \"chat\", \"url\": \"https://chat.example.org/hooks/7\","
                      + " \"events\": [\"operation.error\", \"member.*\"]}"))
  @APIResponse(
      responseCode = "201",
      description = "It is made; what its calls are signed with is shown this once",
      content = @Content(schema = @Schema(implementation = NewWebhookView.class)))
  @Operation(
      operationId = "createWebhook",
      summary = "Have a URL told what happens in a project from now on (managers)")
  public Response create(@PathParam("project") Label project, Body body) {
    NewWebhookView made = webhooks.create(project, body.read(WebhookSpec::readNamed));
    return Answers.created(made, "projects", project, "webhooks", made.name());
  }

  /** Says anew who is told. */
  @PUT
  @Path("{webhook}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RequestBody(
      content =
          @Content(example = "{\"url\": \"https://chat.example.org/hooks/8\", \"enabled\": true}"))
  @Operation(
      operationId = "putWebhook",
      summary =
          "Say anew which URL is told, of what, and whether; the next call is at once (managers)")
  public WebhookView change(
      @PathParam("project") Label project,
      @PathParam("webhook") Label webhook,
      @HeaderParam(Preconditions.IF_MATCH) TagList tags,
      Body body) {
    preconditions.expect(tags, () -> show(project, webhook));
    return webhooks.change(project, webhook, body.read(WebhookSpec::read));
  }

  /** Forgets one. */
  @DELETE
  @Path("{webhook}")
  @Operation(operationId = "deleteWebhook", summary = "Tell a webhook nothing more (managers)")
  public void delete(
      @PathParam("project") Label project,
      @PathParam("webhook") Label webhook,
      @HeaderParam(Preconditions.IF_MATCH) TagList tags) {
    preconditions.expect(tags, () -> show(project, webhook));
    webhooks.delete(project, webhook);
  }
}
