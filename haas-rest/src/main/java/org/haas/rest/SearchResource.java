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
import org.haas.document.InvalidRequest;
import org.haas.error.Retried;
import org.haas.overview.NameView;
import org.haas.overview.Names;
import org.haas.rest.wire.Items;
import org.haas.rest.wire.SearchText;

/** Everything by its name. */
@ApplicationScoped
@Path("v1/search")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "search")
@Retried
public class SearchResource {
  @EJB private Names names;

  /** What has the text in its name. */
  @GET
  @Operation(
      operationId = "search",
      summary =
          "Nodes, networks, projects (for administrators also switches) by a part of the name")
  public Items<NameView> find(
      @QueryParam("q") SearchText text, @QueryParam("limit") Integer limit) {
    if (text == null) {
      throw InvalidRequest.field("q", "say what to look for.");
    }
    if (limit != null && (limit < 1 || limit > Names.MOST)) {
      throw InvalidRequest.field("limit", "this is a number from 1 to %d.".formatted(Names.MOST));
    }
    return Items.all(names.find(text.value(), limit == null ? Names.MOST : limit));
  }
}
