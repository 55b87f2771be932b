package org.haas.rest.v0;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import org.haas.error.HaasException;
import org.haas.error.Retried;
import org.haas.headnode.HeadnodePower;
import org.haas.headnode.HeadnodeQuery;
import org.haas.headnode.HeadnodeSpec;
import org.haas.headnode.HeadnodeState;
import org.haas.headnode.HeadnodeView;
import org.haas.headnode.Headnodes;
import org.haas.project.Projects;
import org.haas.spi.HostName;
import org.haas.spi.Label;

/** HIL's headnodes. What takes time is begun, as everything is here: HIL's clients do not wait. */
@V0
@Retried
@Path("/v0")
@ApplicationScoped
public class HeadnodesResource {
  private static final int PERMANENT_REDIRECT = 308;

  @EJB private Headnodes headnodes;
  @EJB private Projects projects;
  @Inject private Arguments arguments;

  /** Without the slash at the end, redirects to where there is one. */
  @GET
  @Path("/headnode_images")
  public Response images(@Context UriInfo request) {
    if (request.getPath().endsWith("/")) {
      return Reply.sorted(headnodes.images());
    }
    return Response.status(PERMANENT_REDIRECT)
        .location(request.getAbsolutePathBuilder().path("/").build())
        .build();
  }

  @GET
  @Path("/project/{project}/headnodes")
  public Response ofProject(@PathParam("project") String project) {
    Label known = Names.known("project", project);
    projects.show(known);
    return Reply.sorted(
        Everything.of(
                page ->
                    headnodes.list(
                        new HeadnodeQuery(
                            Optional.empty(), Optional.of(known), Optional.empty(), page)))
            .stream()
            .filter(headnode -> headnode.state() != HeadnodeState.DELETING)
            .map(HeadnodeView::name)
            .toList());
  }

  @GET
  @Path("/headnode/{headnode}")
  public Response show(@PathParam("headnode") String headnode) {
    return Reply.json(HeadnodeReply.of(present(headnode)));
  }

  @PUT
  @Path("/headnode/{headnode}")
  @Takes({"project", "base_img"})
  public Response create(@PathParam("headnode") String headnode) {
    Label project = Names.known("project", arguments.text("project"));
    String image = arguments.text("base_img");
    projects.show(project);
    Label name = Names.fresh("headnode", headnode);
    headnodes.create(
        new HeadnodeSpec(
            name,
            project,
            Names.value("base_img", image, Label::new),
            HeadnodeSpec.Size.SMALL,
            HostName.of(name),
            List.of(),
            Optional.empty(),
            false));
    return Reply.done();
  }

  @DELETE
  @Path("/headnode/{headnode}")
  public Response delete(@PathParam("headnode") String headnode) {
    headnodes.delete(present(headnode).name());
    return Reply.done();
  }

  @POST
  @Path("/headnode/{headnode}/start")
  public Response start(@PathParam("headnode") String headnode) {
    headnodes.act(present(headnode).name(), HeadnodePower.START);
    return Reply.done();
  }

  /** At once, as HIL does. */
  @POST
  @Path("/headnode/{headnode}/stop")
  public Response stop(@PathParam("headnode") String headnode) {
    headnodes.act(present(headnode).name(), HeadnodePower.STOP);
    return Reply.done();
  }

  /** One that is being removed is gone already for HIL's clients. */
  private HeadnodeView present(String headnode) {
    HeadnodeView view = headnodes.show(Names.known("headnode", headnode));
    if (view.state() == HeadnodeState.DELETING) {
      throw HaasException.notFound("headnode", headnode);
    }
    return view;
  }
}
