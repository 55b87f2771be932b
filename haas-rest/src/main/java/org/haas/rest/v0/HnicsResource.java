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
import java.util.NavigableSet;
import java.util.Optional;
import org.haas.config.HaasConfig;
import org.haas.error.ErrorCode;
import org.haas.error.HaasException;
import org.haas.error.Retried;
import org.haas.headnode.HeadnodeState;
import org.haas.headnode.HeadnodeView;
import org.haas.headnode.Headnodes;
import org.haas.headnode.HnicSpec;
import org.haas.headnode.Hnics;
import org.haas.network.NetworkQuery;
import org.haas.network.Networks;
import org.haas.spi.Label;
import org.haas.spi.VlanId;

/** NICs of HIL's headnodes, which are frozen once the headnode was started. */
@V0
@Retried
@Path("/v0/headnode/{headnode}/hnic/{hnic}")
@ApplicationScoped
public class HnicsResource {
  @EJB private Headnodes headnodes;
  @EJB private Hnics nics;
  @EJB private Networks networks;
  @Inject private HaasConfig config;
  @Inject private Arguments arguments;

  @PUT
  public Response create(@PathParam("headnode") String headnode, @PathParam("hnic") String hnic) {
    HeadnodeView known = unfrozen(headnode);
    nics.create(
        known.name(), new HnicSpec(Names.fresh("hnic", hnic), Optional.empty(), Optional.empty()));
    return Reply.done();
  }

  @DELETE
  public Response delete(@PathParam("headnode") String headnode, @PathParam("hnic") String hnic) {
    nics.delete(unfrozen(headnode).name(), Names.known("hnic", hnic));
    return Reply.done();
  }

  @POST
  @Path("/connect_network")
  @Takes("network")
  public Response connect(@PathParam("headnode") String headnode, @PathParam("hnic") String hnic) {
    Label network = Names.known("network", arguments.text("network"));
    HeadnodeView known = unfrozen(headnode);
    requireOfPool(network, known.project());
    nics.connect(known.name(), Names.known("hnic", hnic), network);
    return Reply.done();
  }

  @POST
  @Path("/detach_network")
  public Response detach(@PathParam("headnode") String headnode, @PathParam("hnic") String hnic) {
    nics.detach(unfrozen(headnode).name(), Names.known("hnic", hnic));
    return Reply.done();
  }

  /** HIL's headnodes reach networks of the pool only; one that may not be used is refused later. */
  private void requireOfPool(Label network, Label project) {
    NavigableSet<VlanId> pool = config.vlanPool().ids();
    boolean fixed =
        Everything.of(
                page ->
                    networks.list(
                        new NetworkQuery(Optional.of(network.value()), Optional.of(project), page)))
            .stream()
            .filter(usable -> usable.name().equals(network))
            .anyMatch(usable -> usable.vlan().filter(vlan -> !pool.contains(vlan)).isPresent());
    if (fixed) {
      throw HaasException.badArgument(
          "network",
          "network %s has a VLAN id from outside the pool, and v0 connects no headnode to such; v1 does."
              .formatted(network));
    }
  }

  private HeadnodeView unfrozen(String headnode) {
    HeadnodeView view = headnodes.show(Names.known("headnode", headnode));
    if (view.state() == HeadnodeState.DELETING) {
      throw HaasException.notFound("headnode", headnode);
    }
    if (view.started()) {
      throw new HaasException(
          ErrorCode.ILLEGAL_STATE,
          "Headnode %s was started, and v0 changes its NICs no more; v1 does."
              .formatted(view.name()));
    }
    return view;
  }
}
