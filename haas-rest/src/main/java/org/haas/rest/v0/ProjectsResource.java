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
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.haas.access.Access;
import org.haas.error.HaasException;
import org.haas.error.Retried;
import org.haas.network.NetworkQuery;
import org.haas.network.NetworkView;
import org.haas.network.Networks;
import org.haas.network.Visibility;
import org.haas.node.Nodes;
import org.haas.project.ProjectView;
import org.haas.project.Projects;
import org.haas.spi.Label;

/** HIL's projects. */
@V0
@Retried
@Path("/v0")
@ApplicationScoped
public class ProjectsResource {
  @Inject private Access access;
  @EJB private Projects projects;
  @EJB private Nodes nodes;
  @EJB private Networks networks;
  @Inject private Arguments arguments;

  @GET
  @Path("/projects")
  public Response list() {
    access.requireAdmin();
    return Reply.sorted(projects.list().stream().map(ProjectView::name).toList());
  }

  @PUT
  @Path("/project/{project}")
  public Response create(@PathParam("project") String project) {
    projects.create(Names.fresh("project", project));
    return Reply.done();
  }

  @DELETE
  @Path("/project/{project}")
  public Response delete(@PathParam("project") String project) {
    projects.delete(known(project));
    return Reply.done();
  }

  @POST
  @Path("/project/{project}/connect_node")
  @Takes("node")
  public Response connectNode(@PathParam("project") String project) {
    nodes.reserve(known(project), Names.known("node", arguments.text("node")));
    return Reply.done();
  }

  @POST
  @Path("/project/{project}/detach_node")
  @Takes("node")
  public Response detachNode(@PathParam("project") String project) {
    Label holder = known(project);
    Label node = Names.known("node", arguments.text("node"));
    if (!nodes.ofProject(holder).contains(node)) {
      throw HaasException.notFound("node", node + " in project " + holder);
    }
    nodes.release(Optional.of(holder), node);
    return Reply.done();
  }

  @GET
  @Path("/project/{project}/nodes")
  public Response nodes(@PathParam("project") String project) {
    return Reply.sorted(nodes.ofProject(known(project)));
  }

  /** Public networks are not among them, as in HIL. */
  @GET
  @Path("/project/{project}/networks")
  public Response networks(@PathParam("project") String project) {
    Label name = projects.show(known(project)).name();
    List<NetworkView> usable =
        Everything.of(
            page -> networks.list(new NetworkQuery(Optional.empty(), Optional.of(name), page)));
    return Reply.sorted(
        usable.stream()
            .filter(network -> network.visibility() == Visibility.SHARED)
            .map(NetworkView::name)
            .toList());
  }

  private static Label known(String project) {
    return Names.known("project", project);
  }
}
