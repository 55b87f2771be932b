package org.haas.rest.v0;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.haas.access.Access;
import org.haas.error.Retried;
import org.haas.project.Projects;

/** HIL's headnodes: known routes, not served yet. */
@V0
@Retried
@Path("/v0")
@ApplicationScoped
public class HeadnodesResource {
  private static final int PERMANENT_REDIRECT = 308;

  @Inject private Access access;
  @EJB private Projects projects;
  @Inject private Arguments arguments;

  /** Without the slash at the end, redirects to where there is one. */
  @GET
  @Path("/headnode_images")
  public Response images(@Context UriInfo request) {
    if (request.getPath().endsWith("/")) {
      return later();
    }
    return Response.status(PERMANENT_REDIRECT)
        .location(request.getAbsolutePathBuilder().path("/").build())
        .build();
  }

  @GET
  @Path("/headnode/{headnode}")
  public Response show() {
    return later();
  }

  @PUT
  @Path("/headnode/{headnode}")
  @Takes({"project", "base_img"})
  public Response create() {
    access.requireLogin();
    arguments.text("base_img");
    projects.show(Names.known("project", arguments.text("project")));
    return later();
  }

  @DELETE
  @Path("/headnode/{headnode}")
  public Response delete() {
    return later();
  }

  @POST
  @Path("/headnode/{headnode}/{action: start|stop}")
  public Response run() {
    return later();
  }

  @PUT
  @Path("/headnode/{headnode}/hnic/{hnic}")
  public Response createHnic() {
    return later();
  }

  @DELETE
  @Path("/headnode/{headnode}/hnic/{hnic}")
  public Response deleteHnic() {
    return later();
  }

  @POST
  @Path("/headnode/{headnode}/hnic/{hnic}/connect_network")
  @Takes("network")
  public Response connect() {
    arguments.text("network");
    return later();
  }

  @POST
  @Path("/headnode/{headnode}/hnic/{hnic}/detach_network")
  public Response detach() {
    return later();
  }

  private Response later() {
    access.requireLogin();
    throw Later.headnodes();
  }
}
