package org.haas.rest.v0;

import static org.haas.document.JsonLibrary.JSON;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.haas.access.Access;
import org.haas.console.Consoles;
import org.haas.document.Forms;
import org.haas.error.HaasException;
import org.haas.error.Retried;
import org.haas.node.NodeState;
import org.haas.node.NodeView;
import org.haas.node.Nodes;
import org.haas.power.BootWord;
import org.haas.power.Obms;
import org.haas.power.PowerAction;
import org.haas.power.PowerControls;
import org.haas.rest.ConsoleDoor;
import org.haas.spi.BootDevice;
import org.haas.spi.Label;

/** HIL's out-of-band management of a node: switched on and off, and guarded. */
@V0
@Retried
@Path("/v0")
@RequestScoped
public class PowerResource {
  private static final int SAME_METHOD_ELSEWHERE = 307;
  private static final Duration LONGEST_CONSOLE = Duration.ofDays(1);

  @Inject private Access access;
  @EJB private Nodes nodes;
  @EJB private Obms obms;
  @EJB private PowerControls power;
  @EJB private Consoles consoles;
  @Inject private ConsoleDoor door;
  @Inject private Arguments arguments;
  @Context private HttpServletRequest servlet;

  @PUT
  @Path("/node/{node}/obm")
  @Takes("enabled")
  public Response enable(@PathParam("node") String node) {
    obms.enable(Names.known("node", node), arguments.flag("enabled"));
    return Reply.done();
  }

  @POST
  @Path("/node/{node}/power_cycle")
  @Takes(optional = "force")
  public Response cycle(@PathParam("node") String node) {
    boolean force = arguments.optionalFlag("force").orElse(false);
    return done(node, "power_cycle", force ? PowerAction.CYCLE : PowerAction.REBOOT);
  }

  @POST
  @Path("/node/{node}/power_on")
  public Response on(@PathParam("node") String node) {
    return done(node, "power_on", PowerAction.ON);
  }

  @POST
  @Path("/node/{node}/power_off")
  public Response off(@PathParam("node") String node) {
    return done(node, "power_off", PowerAction.OFF);
  }

  @PUT
  @Path("/node/{node}/boot_device")
  @Takes("bootdev")
  public Response bootDevice(@PathParam("node") String node) {
    String word = arguments.text("bootdev");
    return byDaemon(node, "boot_device")
        .orElseGet(
            () -> {
              BootDevice device = Forms.convert("bootdev", word, BootWord::parse);
              power.bootFrom(Names.known("node", node), device, false);
              return Reply.done();
            });
  }

  @GET
  @Path("/node/{node}/power_status")
  public Response status(@PathParam("node") String node) {
    return byDaemon(node, "power_status")
        .orElseGet(
            () -> {
              String state = power.show(Names.known("node", node)).state().name();
              return Reply.json(
                  JSON.createObjectBuilder()
                      .add("power_status", state.toLowerCase(Locale.ROOT))
                      .build());
            });
  }

  @GET
  @Path("/node/{node}/console")
  public void console(@PathParam("node") String node, @Suspended AsyncResponse answer) {
    byDaemon(node, "console").ifPresentOrElse(answer::resume, () -> stream(node, answer));
  }

  private void stream(String node, AsyncResponse answer) {
    ConsoleDoor.Wish everything =
        new ConsoleDoor.Wish("text/plain;charset=UTF-8", true, true, LONGEST_CONSOLE);
    door.stream(consoles.open(Names.known("node", node)), answer, servlet, everything);
  }

  /** By the machine's OBM daemon, or here: then it is answered when it is accepted. */
  private Response done(String node, String route, PowerAction action) {
    return byDaemon(node, route)
        .orElseGet(
            () -> {
              power.act(Names.known("node", node), action);
              return Reply.done();
            });
  }

  /** Where the daemon does it, for a node that has one. */
  private Optional<Response> byDaemon(String node, String route) {
    Label name = Names.known("node", node);
    NodeView view = nodes.show(name);
    if ((!view.mine() && !access.isAdmin()) || view.state() == NodeState.RELEASING) {
      throw HaasException.forbidden(
          "Only the project that holds node %s may do this; reserve it first.".formatted(name));
    }
    if (!view.obmEnabled()) {
      throw HaasException.blocked(
          "The OBM of node %s is not enabled; enable it first.".formatted(name));
    }
    return obms.daemon(name, route)
        .map(there -> Response.status(SAME_METHOD_ELSEWHERE).location(there).build());
  }
}
