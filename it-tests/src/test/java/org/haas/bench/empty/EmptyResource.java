package org.haas.bench.empty;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Answers a constant. */
@ApplicationScoped
@Path("empty")
public class EmptyResource {
  /** The constant. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public String empty() {
    return "{}";
  }
}
