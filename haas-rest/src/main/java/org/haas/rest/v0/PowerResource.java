package org.haas.rest.v0;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.haas.access.Access;
import org.haas.error.HaasException;
import org.haas.error.Retried;
import org.haas.node.NodeView;
import org.haas.node.Nodes;
import org.haas.spi.Label;

/** HIL's out-of-band management of a node: switched on and off, and guarded. */
@V0
@Retried
@Path("/v0")
@RequestScoped
public class PowerResource {
  @Inject private Access access;
  @Inject private Nodes nodes;
  @Inject private Arguments arguments;

  @PUT
  @Path("/node/{node}/obm")
  @Takes("enabled")
  public Response enable(@PathParam("node") String node) {
    nodes.enableObm(Names.known("node", node), arguments.flag("enabled"));
    return Reply.done();
  }

  @POST
  @Path("/node/{node}/power_cycle")
  @Takes(optional = "force")
  public Response cycle(@PathParam("node") String node) {
    arguments.optionalFlag("force");
    return managed(node);
  }

  @POST
  @Path("/node/{node}/power_on")
  public Response on(@PathParam("node") String node) {
    return managed(node);
  }

  @POST
  @Path("/node/{node}/power_off")
  public Response off(@PathParam("node") String node) {
    return managed(node);
  }

  @PUT
  @Path("/node/{node}/boot_device")
  @Takes("bootdev")
  public Response bootDevice(@PathParam("node") String node) {
    arguments.text("bootdev");
    return managed(node);
  }

  @GET
  @Path("/node/{node}/power_status")
  public Response status(@PathParam("node") String node) {
    return managed(node);
  }

  @GET
  @Path("/node/{node}/console")
  public Response console(@PathParam("node") String node) {
    return managed(node);
  }

  private Response managed(String node) {
    Label name = Names.known("node", node);
    NodeView view = nodes.show(name);
    if (!view.mine() && !access.isAdmin()) {
      throw HaasException.forbidden(
          "Only the project that holds node %s may do this; reserve it first.".formatted(name));
    }
    if (!view.obmEnabled()) {
      throw HaasException.blocked(
          "The OBM of node %s is not enabled; enable it first.".formatted(name));
    }
    throw Later.power();
  }
}
