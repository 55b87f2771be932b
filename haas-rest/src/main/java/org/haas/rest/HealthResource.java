package org.haas.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.haas.error.Retried;
import org.haas.health.BmcHealth;
import org.haas.health.Health;
import org.haas.health.QueueHealth;
import org.haas.health.SwitchHealth;
import org.haas.health.VlanHealth;
import org.haas.page.PageRequest;
import org.haas.rest.wire.Items;

/** How HaaS and its switches are. For administrators. */
@ApplicationScoped
@Retried
@Path("v1/health")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "health")
public class HealthResource {
  @EJB private Health health;

  /** The queues. */
  @GET
  @Path("queues")
  @Operation(
      operationId = "showQueues",
      summary = "Who works each queue, what waits there and what went wrong (administrators)")
  public Items<QueueHealth> queues() {
    return Items.all(health.queues());
  }

  /** The switches. */
  @GET
  @Path("switches")
  @Operation(
      operationId = "showSwitchHealth",
      summary = "Whether each switch lets us in, and open sessions (administrators)")
  public Items<SwitchHealth> switches() {
    return Items.all(health.switches());
  }

  /** The management controllers that need somebody. */
  @GET
  @Path("bmcs")
  @Operation(
      operationId = "showBmcHealth",
      summary = "BMCs that fail, and free machines that have power (administrators)")
  public Items<BmcHealth> bmcs() {
    return Items.all(health.bmcs());
  }

  /** The VLAN pool. */
  @GET
  @Path("vlans")
  @Operation(
      operationId = "showVlanHealth",
      summary = "The VLAN pool: free, used, quarantined, and since when (administrators)")
  public VlanHealth vlans(@QueryParam("limit") Integer limit) {
    return health.vlans(limit == null ? PageRequest.FIRST.limit() : limit);
  }
}
