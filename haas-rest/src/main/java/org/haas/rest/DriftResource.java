package org.haas.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.haas.error.Retried;
import org.haas.switches.DriftReport;
import org.haas.switches.Drifts;

/** Where the switches are not as the database wants them. */
@ApplicationScoped
@Retried
@Path("v1/drift")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "switches")
public class DriftResource {
  @EJB private Drifts drifts;

  /** What the last checks found. */
  @GET
  @Operation(
      operationId = "showDrift",
      summary = "Ports that are not as wanted, and why HaaS observes")
  public DriftReport show() {
    return drifts.report();
  }

  /** Ends observing. */
  @POST
  @Path("acceptance")
  @Operation(
      operationId = "acceptDrift",
      summary = "Take a database that went back in time as it is: HaaS works again")
  public DriftReport accept() {
    return drifts.accept();
  }
}
