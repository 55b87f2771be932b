package org.haas.rest.v0;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.haas.access.Access;
import org.haas.error.Retried;

/** What HIL calls extensions: here, the modules. */
@V0
@Retried
@Path("/v0/active_extensions")
@ApplicationScoped
public class ExtensionsResource {
  private static final List<String> MODULES =
      List.of("haas-drivers", "haas-ejb", "haas-rest", "haas-web");

  @Inject private Access access;

  @GET
  public Response list() {
    access.requireAdmin();
    return Reply.sorted(MODULES);
  }
}
