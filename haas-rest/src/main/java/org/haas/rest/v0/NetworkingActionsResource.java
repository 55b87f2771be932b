package org.haas.rest.v0;

import static org.haas.document.JsonLibrary.JSON;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.haas.error.HaasException;
import org.haas.error.Retried;
import org.haas.operation.OperationState;
import org.haas.operation.OperationView;
import org.haas.operation.Operations;

/** HIL's networking actions: the operations on a node's NIC. */
@V0
@Retried
@Path("/v0/networking_action/{status_id}")
@ApplicationScoped
public class NetworkingActionsResource {
  @EJB private Operations operations;

  @GET
  public Response show(@PathParam("status_id") String id) {
    OperationView operation = operations.show(Names.action(id));
    if (operation.node().isEmpty()) {
      throw HaasException.notFound("networking action", id);
    }
    return Reply.json(json(operation));
  }

  private static JsonObject json(OperationView operation) {
    return JSON.createObjectBuilder()
        .add("status", status(operation.state()))
        .add("node", Reply.orNull(operation.node()))
        .add("nic", Reply.orNull(operation.nic()))
        .add("type", operation.action())
        .add("channel", operation.channel().orElse(""))
        .add("new_network", Reply.orNull(operation.network()))
        .build();
  }

  static String status(OperationState state) {
    return switch (state) {
      case PENDING, RUNNING -> "PENDING";
      case DONE -> "DONE";
      case ERROR, CANCELLED -> "ERROR";
    };
  }
}
