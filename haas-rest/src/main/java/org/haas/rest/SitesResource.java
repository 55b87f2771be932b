package org.haas.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.haas.error.Retried;
import org.haas.node.SiteDifference;
import org.haas.node.SiteDocument;
import org.haas.node.Sites;
import org.haas.rest.wire.Body;

/** The whole inventory at once. For administrators. */
@ApplicationScoped
@Retried
@Path("v1/site")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "site")
public class SitesResource {
  private static final int MAX_BYTES = 16 << 20;

  @EJB private Sites sites;

  /** Brings the inventory to what the document says. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequestBody(
      content =
          @Content(
              example =
                  "{\"switches\": [{\"name\": \"tor-1\", \"type\": \"sim\", \"host\":"
                      + " \"127.0.0.1\", \"port\": 7001, \"ports\": [{\"name\": \"p1\"}]}],"
                      + " \"nodes\": [{\"name\": \"node-1\", \"nics\": [{\"name\": \"eth0\","
                      + " \"mac\": \"52:54:00:12:34:56\", \"switch\": \"tor-1\", \"port\":"
                      + " \"p1\"}]}]}"))
  @Operation(
      operationId = "applySite",
      summary = "Apply an inventory; dryRun=true only tells the difference (administrators)")
  public SiteDifference apply(
      @QueryParam("dryRun") Boolean dryRun, @Body.Limit(MAX_BYTES) Body body) {
    return sites.apply(body.read(SiteDocument::of), Boolean.TRUE.equals(dryRun));
  }
}
