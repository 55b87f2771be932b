package org.haas.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.haas.error.Retried;
import org.haas.overview.EndKind;
import org.haas.overview.EndView;
import org.haas.overview.Topology;
import org.haas.overview.TopologyQuery;
import org.haas.page.PageRequest;
import org.haas.rest.wire.Cursor;
import org.haas.rest.wire.Items;
import org.haas.spi.Label;

/** What is connected to what. */
@ApplicationScoped
@Path("v1/topology")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "topology")
@Retried
public class TopologyResource {
  @EJB private Topology topology;

  /** A part of the ends that the caller may see. */
  @GET
  @Operation(
      operationId = "listTopology",
      summary = "NICs of your projects (for administrators all ports) and what they are on")
  public Items<EndView> list(
      @QueryParam("project") Label project,
      @QueryParam("network") Label network,
      @QueryParam("kind") EndKind kind,
      @QueryParam("switch") Label switchName,
      @QueryParam("limit") Integer limit,
      @QueryParam("cursor") Cursor cursor) {
    PageRequest part = Cursor.page(cursor, limit);
    return Items.part(
        part,
        topology.ends(
            new TopologyQuery(
                Optional.ofNullable(project),
                Optional.ofNullable(network),
                Optional.ofNullable(kind),
                Optional.ofNullable(switchName),
                part)));
  }
}
