package org.haas.rest.v0;

import static org.haas.document.JsonLibrary.JSON;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.haas.error.Retried;
import org.haas.network.Attachments;
import org.haas.node.CableView;
import org.haas.node.Cabling;
import org.haas.spi.Label;
import org.haas.spi.PortName;
import org.haas.switches.PortRole;
import org.haas.switches.Switches;

/** HIL's switch ports. Their names have slashes, escaped or not. */
@V0
@Retried
@Path("/v0")
@ApplicationScoped
public class PortsResource {
  /** Each action has a path of its own: the longer one is looked for first. */
  private static final String PORT = "/switch/{switch}/port/{port: .+}";

  private static final int OK = 200;

  @EJB private Switches switches;
  @EJB private Cabling cabling;
  @EJB private Attachments attachments;
  @Inject private Arguments arguments;

  @PUT
  @Path(PORT)
  public Response register(@PathParam("switch") String name, @PathParam("port") String port) {
    Label owner = known(name);
    PortName wanted = Names.value("port", port, PortName::new);
    switches.list().stream()
        .filter(known -> known.name().equals(owner) && !known.driverInstalled())
        .forEach(known -> SwitchType.checkPort(known.type(), wanted));
    switches.registerPort(owner, wanted, PortRole.EDGE);
    return Reply.done();
  }

  @DELETE
  @Path(PORT)
  public Response delete(@PathParam("switch") String name, @PathParam("port") String port) {
    switches.deletePort(known(name), Names.port(port));
    return Reply.done();
  }

  @GET
  @Path(PORT)
  public Response show(@PathParam("switch") String name, @PathParam("port") String port) {
    return Reply.json(
        cabling
            .ofPort(known(name), Names.port(port))
            .map(this::cable)
            .orElse(JsonValue.EMPTY_JSON_OBJECT));
  }

  @POST
  @Path(PORT + "/connect_nic")
  @Takes({"node", "nic"})
  public Response connect(@PathParam("switch") String name, @PathParam("port") String port) {
    cabling.connect(
        known(name),
        Names.port(port),
        Names.known("node", arguments.text("node")),
        Names.known("nic", arguments.text("nic")));
    return Reply.done();
  }

  @POST
  @Path(PORT + "/detach_nic")
  public Response disconnect(@PathParam("switch") String name, @PathParam("port") String port) {
    cabling.disconnect(known(name), Names.port(port));
    return Reply.done();
  }

  /** Answers 200, not 202, as HIL does. */
  @POST
  @Path(PORT + "/revert")
  public Response revert(@PathParam("switch") String name, @PathParam("port") String port) {
    return Reply.operation(OK, attachments.revert(known(name), Names.port(port)));
  }

  private JsonObject cable(CableView cable) {
    Connections connections = new Connections(attachments.ofNodes(List.of(cable.node())));
    return JSON.createObjectBuilder()
        .add("node", cable.node().value())
        .add("nic", cable.nic().value())
        .add("networks", connections.ofNic(cable.node(), cable.nic()))
        .build();
  }

  private static Label known(String name) {
    return Names.known("switch", name);
  }
}
