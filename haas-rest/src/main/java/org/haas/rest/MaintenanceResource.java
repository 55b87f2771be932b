package org.haas.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.haas.error.Retried;
import org.haas.maintenance.MaintenanceFields;
import org.haas.maintenance.MaintenancePools;
import org.haas.maintenance.MaintenanceView;
import org.haas.maintenance.StayView;
import org.haas.rest.wire.Body;
import org.haas.rest.wire.Items;
import org.haas.rest.wire.Preconditions;
import org.haas.rest.wire.TagList;
import org.haas.spi.Label;

/** Where machines go between two tenants. */
@ApplicationScoped
@Retried
@Path("v1/maintenance")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "maintenance")
public class MaintenanceResource {
  @EJB private MaintenancePools pools;
  @Inject private Preconditions preconditions;

  /** The pool. */
  @GET
  @Operation(
      operationId = "showMaintenance",
      summary =
          "The maintenance pool: its project, and what is told of each machine"
              + " (administrators)")
  public MaintenanceView show() {
    return pools.show();
  }

  /** Says where machines go. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @RequestBody(
      content =
          @Content(
              example =
                  "{\"project\": \"maintenance\", \"url\": \"https://wipe.example.org/haas\","
                      + " \"secret\": \"at least sixteen characters\"}"))
  @Operation(
      operationId = "putMaintenance",
      summary =
          "Send machines that are given back to a project first, and tell a URL of each"
              + " (administrators)")
  public MaintenanceView set(@HeaderParam(Preconditions.IF_MATCH) TagList tags, Body body) {
    preconditions.expect(tags, this::show);
    return pools.set(body.read(MaintenanceFields::spec));
  }

  /** Ends that. */
  @DELETE
  @Operation(
      operationId = "deleteMaintenance",
      summary = "Send machines that are given back nowhere from now on (administrators)")
  public void remove(@HeaderParam(Preconditions.IF_MATCH) TagList tags) {
    preconditions.expect(tags, this::show);
    pools.remove();
  }

  /** The machines there. */
  @GET
  @Path("nodes")
  @Operation(
      operationId = "listMaintenance",
      summary =
          "Machines in maintenance that are yours to see: since when, and what the service"
              + " answered")
  public Items<StayView> stays() {
    return Items.all(pools.stays());
  }

  /** One of them. */
  @GET
  @Path("nodes/{node}")
  @Operation(operationId = "showStay", summary = "One machine in maintenance")
  public StayView stay(@PathParam("node") Label node) {
    return pools.stay(node);
  }
}
