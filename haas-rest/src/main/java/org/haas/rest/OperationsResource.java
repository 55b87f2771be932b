package org.haas.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.haas.error.Retried;
import org.haas.operation.OperationQuery;
import org.haas.operation.OperationState;
import org.haas.operation.OperationView;
import org.haas.operation.Operations;
import org.haas.operation.StepView;
import org.haas.page.PageRequest;
import org.haas.rest.wire.Cursor;
import org.haas.rest.wire.Items;
import org.haas.spi.Label;

/** What was asked of the hardware, and how it went. */
@ApplicationScoped
@Retried
@Path("v1/operations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "operations")
public class OperationsResource {
  @EJB private Operations operations;

  /** A part of those of the caller's projects. */
  @GET
  @Operation(
      operationId = "listOperations",
      summary =
          "Operations of your projects, newest first; of one state, or open=true: those still to be done")
  public Items<OperationView> list(
      @QueryParam("project") Label project,
      @QueryParam("node") Label node,
      @QueryParam("headnode") Label headnode,
      @QueryParam("open") Boolean open,
      @QueryParam("state") OperationState state,
      @QueryParam("limit") Integer limit,
      @QueryParam("cursor") Cursor cursor) {
    PageRequest part = Cursor.page(cursor, limit);
    OperationQuery query =
        new OperationQuery(
            Optional.ofNullable(project),
            Optional.ofNullable(node),
            Optional.ofNullable(headnode),
            states(Boolean.TRUE.equals(open), state),
            part);
    return Items.part(part, operations.list(query));
  }

  private static Set<OperationState> states(boolean open, OperationState state) {
    if (state != null) {
      return Set.of(state);
    }
    return open ? OperationQuery.OPEN : Set.of();
  }

  /** One. */
  @GET
  @Path("{id}")
  @Operation(operationId = "showOperation", summary = "One operation: where it stands")
  public OperationView show(@PathParam("id") UUID id) {
    return operations.show(id);
  }

  /** How far one has come. */
  @GET
  @Path("{id}/steps")
  @Operation(
      operationId = "listSteps",
      summary = "The steps of an operation and how far it has come; none when it has but one")
  public Items<StepView> steps(@PathParam("id") UUID id) {
    return Items.all(operations.steps(id));
  }

  /** Has one tried again at once. */
  @POST
  @Path("{id}/retry")
  @Operation(
      operationId = "retryOperation",
      summary = "Have an open operation tried again at once, in place of after its wait")
  public OperationView retry(@PathParam("id") UUID id) {
    return operations.retry(id);
  }

  /** Takes one back. */
  @DELETE
  @Path("{id}")
  @Operation(operationId = "cancelOperation", summary = "Take back an operation not yet begun")
  public OperationView cancel(@PathParam("id") UUID id) {
    return operations.cancel(id);
  }
}
