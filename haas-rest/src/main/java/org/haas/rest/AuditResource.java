package org.haas.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.haas.audit.AuditEventView;
import org.haas.audit.AuditEvents;
import org.haas.audit.AuditPage;
import org.haas.audit.AuditQuery;
import org.haas.document.Forms;
import org.haas.document.Username;
import org.haas.error.Retried;
import org.haas.page.PageRequest;
import org.haas.spi.Label;

/** What was changed, by whom, when and from where. For administrators. */
@ApplicationScoped
@Retried
@Path("v1/audit")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "audit")
public class AuditResource {
  @EJB private AuditEvents events;

  /** A part of the trail; its length is not counted. */
  record Trail(List<AuditEventView> items, Optional<String> next) {
    static Trail of(AuditPage page) {
      return new Trail(page.events(), page.next().map(AuditCursor::new).map(AuditCursor::toString));
    }
  }

  /** A part of the trail, newest first. */
  @GET
  @Operation(
      operationId = "listAuditEvents",
      summary =
          "The audit trail, newest first; action=node: all that begin with node (administrators)")
  public Trail list(
      @QueryParam("actor") Username actor,
      @QueryParam("action") Label action,
      @QueryParam("project") Label project,
      @QueryParam("target") Label target,
      @QueryParam("from") Instant from,
      @QueryParam("until") Instant until,
      @QueryParam("limit") Integer limit,
      @QueryParam("cursor") String cursor) {
    Optional<AuditCursor> place =
        Optional.ofNullable(cursor).map(text -> Forms.convert("cursor", text, AuditCursor::parse));
    return Trail.of(
        events.list(
            Forms.convert(
                "limit",
                "",
                ignored ->
                    new AuditQuery(
                        Optional.ofNullable(actor).map(Username::value),
                        Optional.ofNullable(action).map(Label::value),
                        Optional.ofNullable(project).map(Label::value),
                        Optional.ofNullable(target).map(Label::value),
                        Optional.ofNullable(from),
                        Optional.ofNullable(until),
                        place.map(AuditCursor::position),
                        limit == null ? PageRequest.FIRST.limit() : limit))));
  }
}
