package org.haas.rest.v0;

import static org.haas.document.JsonLibrary.JSON;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.Optional;
import org.haas.access.Access;
import org.haas.document.InvalidRequest;
import org.haas.error.Retried;
import org.haas.network.NetworkQuery;
import org.haas.network.NetworkView;
import org.haas.network.Networks;
import org.haas.network.Visibility;
import org.haas.project.Projects;
import org.haas.spi.Label;

/** HIL's networks and who may use them. */
@V0
@Retried
@Path("/v0")
@ApplicationScoped
public class NetworksResource {
  @Inject private Access access;
  @EJB private Networks networks;
  @EJB private Projects projects;
  @Inject private Arguments arguments;

  /** All for administrators, public ones for others. */
  @GET
  @Path("/networks")
  public Response list() {
    boolean all = access.isAdmin();
    JsonObjectBuilder body = JSON.createObjectBuilder();
    Everything.of(page -> networks.list(new NetworkQuery(Optional.empty(), Optional.empty(), page)))
        .stream()
        .filter(network -> all || network.visibility() == Visibility.PUBLIC)
        .sorted(Comparator.comparing(NetworkView::name))
        .forEach(network -> body.add(network.name().value(), new NetworkReply(network).brief()));
    return Reply.json(body.build());
  }

  @GET
  @Path("/network/{network}")
  public Response show(@PathParam("network") String network) {
    NetworkView view = networks.show(known(network));
    Connections connections = new Connections(networks.visibleAttachments(view.name()));
    return Reply.json(new NetworkReply(view).full(connections));
  }

  @PUT
  @Path("/network/{network}")
  @Takes({"owner", "access", "net_id"})
  public Response create(@PathParam("network") String network) {
    NetworkRequest request =
        new NetworkRequest(
            arguments.text("owner"), arguments.text("access"), arguments.text("net_id"));
    request.project().ifPresentOrElse(projects::show, access::requireAdmin);
    networks.create(request.spec(Names.fresh("network", network)));
    return Reply.done();
  }

  @DELETE
  @Path("/network/{network}")
  public Response delete(@PathParam("network") String network) {
    networks.delete(known(network));
    return Reply.done();
  }

  @GET
  @Path("/network/{network}/attachments")
  public Response attachments(
      @PathParam("network") String network, @QueryParam("project") String only) {
    Optional<Label> project =
        Optional.ofNullable(only).map(text -> Names.known("project", nonEmpty(text)));
    return Reply.json(new Connections(networks.attachments(known(network), project)).byNode());
  }

  @PUT
  @Path("/network/{network}/access/{project}")
  public Response grant(
      @PathParam("network") String network, @PathParam("project") String project) {
    networks.grant(known(network), Names.known("project", project));
    return Reply.done();
  }

  @DELETE
  @Path("/network/{network}/access/{project}")
  public Response revoke(
      @PathParam("network") String network, @PathParam("project") String project) {
    networks.revoke(known(network), Names.known("project", project));
    return Reply.done();
  }

  private static String nonEmpty(String project) {
    if (project.isEmpty()) {
      throw InvalidRequest.field("project", "this is empty.");
    }
    return project;
  }

  private static Label known(String network) {
    return Names.known("network", network);
  }
}
