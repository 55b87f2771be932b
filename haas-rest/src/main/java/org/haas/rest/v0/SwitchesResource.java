package org.haas.rest.v0;

import static org.haas.document.JsonLibrary.JSON;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.haas.access.Access;
import org.haas.error.Retried;
import org.haas.spi.Capability;
import org.haas.spi.Label;
import org.haas.switches.SwitchView;
import org.haas.switches.Switches;

/** HIL's switches. */
@V0
@Retried
@Path("/v0")
@ApplicationScoped
public class SwitchesResource {
  @Inject private Access access;
  @EJB private Switches switches;
  @Inject private Arguments arguments;

  @GET
  @Path("/switches")
  public Response list() {
    return Reply.sorted(switches.list().stream().map(SwitchView::name).toList());
  }

  @PUT
  @Path("/switch/{switch}")
  @Takes(value = "type", others = true)
  public Response register(@PathParam("switch") String name) {
    access.requireAdmin();
    SwitchType type = SwitchType.of(arguments.text("type"));
    switches.register(new SwitchRequest(type, arguments).spec(Names.fresh("switch", name)));
    return Reply.done();
  }

  @DELETE
  @Path("/switch/{switch}")
  public Response delete(@PathParam("switch") String name) {
    switches.delete(known(name));
    return Reply.done();
  }

  @GET
  @Path("/switch/{switch}")
  public Response show(@PathParam("switch") String name) {
    return Reply.json(json(switches.show(known(name))));
  }

  private static JsonObject json(SwitchView view) {
    JsonArrayBuilder ports = JSON.createArrayBuilder();
    view.ports().stream()
        .map(port -> JSON.createObjectBuilder().add("label", port.name().value()))
        .forEach(ports::add);
    return JSON.createObjectBuilder()
        .add("name", view.name().value())
        .add("ports", ports)
        .add(
            "capabilities",
            Reply.array(view.capabilities().stream().map(Capability::hilName).sorted().toList()))
        .build();
  }

  private static Label known(String name) {
    return Names.known("switch", name);
  }
}
