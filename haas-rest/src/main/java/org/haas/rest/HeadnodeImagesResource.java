package org.haas.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.haas.error.Retried;
import org.haas.headnode.Headnodes;
import org.haas.rest.wire.Items;
import org.haas.spi.Label;

/** Base images of headnodes. */
@ApplicationScoped
@Retried
@Path("v1/headnode-images")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "headnodes")
public class HeadnodeImagesResource {
  @EJB private Headnodes headnodes;

  /** All, by name. */
  @GET
  @Operation(
      operationId = "listHeadnodeImages",
      summary = "The base images that headnodes are made from")
  public Items<Label> list() {
    return Items.all(headnodes.images());
  }
}
