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
import org.haas.network.TakeoverSpec;
import org.haas.network.TakeoverView;
import org.haas.network.Takeovers;
import org.haas.rest.wire.Body;

/** Machines that are in use already. For administrators. */
@ApplicationScoped
@Retried
@Path("v1/takeovers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "site")
public class TakeoversResource {
  @EJB private Takeovers takeovers;

  /** Takes one over. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequestBody(
      content =
          @Content(
              example =
                  """
                  {"node": {"name": "node-1", "nics": [{"name": "eth0", "mac": "52:54:00:12:34:56", \
                  "switch": "tor-1", "port": "p1"}]}, "project": "physics", "attachments": \
                  [{"nic": "eth0", "network": "lab", "channel": "vlan/native"}]}"""))
  @Operation(
      operationId = "takeOverNode",
      summary =
          "Take over a machine that is in use: its ports are not cut off where they carry exactly"
              + " its networks; dryRun=true only tells the changes (administrators)")
  public TakeoverView takeOver(@QueryParam("dryRun") Boolean dryRun, Body body) {
    return takeovers.takeOver(body.read(TakeoverSpec::read), Boolean.TRUE.equals(dryRun));
  }
}
