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
import org.haas.error.ErrorCode;
import org.haas.error.HaasException;
import org.haas.error.Retried;
import org.haas.headnode.HeadnodeState;
import org.haas.headnode.HeadnodeView;
import org.haas.headnode.Headnodes;
import org.haas.headnode.HnicSpec;
import org.haas.headnode.Hnics;
import org.haas.spi.Label;

/** NICs of HIL's headnodes, which are frozen once the headnode was started. */
@V0
@Retried
@Path("/v0/headnode/{headnode}/hnic/{hnic}")
@ApplicationScoped
public class HnicsResource {
  @EJB private Headnodes headnodes;
  @EJB private Hnics nics;
  @Inject private Arguments arguments;

  @PUT
  public Response create(@PathParam("headnode") String headnode, @PathParam("hnic") String hnic) {
    Label known = unfrozen(headnode);
    nics.create(known, new HnicSpec(Names.fresh("hnic", hnic), Optional.empty(), Optional.empty()));
    return Reply.done();
  }

  @DELETE
  public Response delete(@PathParam("headnode") String headnode, @PathParam("hnic") String hnic) {
    nics.delete(unfrozen(headnode), Names.known("hnic", hnic));
    return Reply.done();
  }

  @POST
  @Path("/connect_network")
  @Takes("network")
  public Response connect(@PathParam("headnode") String headnode, @PathParam("hnic") String hnic) {
    String network = arguments.text("network");
    Label known = unfrozen(headnode);
    nics.connect(known, Names.known("hnic", hnic), Names.known("network", network));
    return Reply.done();
  }

  @POST
  @Path("/detach_network")
  public Response detach(@PathParam("headnode") String headnode, @PathParam("hnic") String hnic) {
    nics.detach(unfrozen(headnode), Names.known("hnic", hnic));
    return Reply.done();
  }

  private Label unfrozen(String headnode) {
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
    return view.name();
  }
}
