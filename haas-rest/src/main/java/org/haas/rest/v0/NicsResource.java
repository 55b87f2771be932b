package org.haas.rest.v0;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.haas.error.Retried;
import org.haas.network.Attachments;
import org.haas.node.Nodes;
import org.haas.spi.Channel;
import org.haas.spi.Label;
import org.haas.spi.MacAddress;

/** HIL's NICs and their networks. */
@V0
@Retried
@Path("/v0/node/{node}/nic/{nic}")
@ApplicationScoped
public class NicsResource {
  private static final int ACCEPTED = 202;

  @EJB private Nodes nodes;
  @EJB private Attachments attachments;
  @Inject private Arguments arguments;

  @PUT
  @Takes("macaddr")
  public Response register(@PathParam("node") String node, @PathParam("nic") String nic) {
    MacAddress mac = Names.value("macaddr", arguments.text("macaddr"), MacAddress::new);
    nodes.addNic(node(node), Names.fresh("nic", nic), mac);
    return Reply.done();
  }

  @DELETE
  public Response delete(@PathParam("node") String node, @PathParam("nic") String nic) {
    nodes.deleteNic(node(node), nic(nic));
    return Reply.done();
  }

  @POST
  @Path("/connect_network")
  @Takes(value = "network", optional = "channel")
  public Response connect(@PathParam("node") String node, @PathParam("nic") String nic) {
    Optional<Channel> channel =
        arguments.optionalText("channel").map(text -> Names.value("channel", text, Channel::parse));
    return Reply.operation(ACCEPTED, attachments.connect(node(node), nic(nic), network(), channel));
  }

  @POST
  @Path("/detach_network")
  @Takes("network")
  public Response detach(@PathParam("node") String node, @PathParam("nic") String nic) {
    return Reply.operation(ACCEPTED, attachments.detach(node(node), nic(nic), network()));
  }

  private Label network() {
    return Names.known("network", arguments.text("network"));
  }

  private static Label node(String text) {
    return Names.known("node", text);
  }

  private static Label nic(String text) {
    return Names.known("nic", text);
  }
}
