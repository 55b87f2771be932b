package org.haas.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.haas.error.Retried;
import org.haas.node.BmcFields;
import org.haas.node.BmcView;
import org.haas.node.Bmcs;
import org.haas.rest.wire.Body;
import org.haas.rest.wire.Preconditions;
import org.haas.rest.wire.TagList;
import org.haas.spi.Label;

/** The management controllers of machines. For administrators. */
@ApplicationScoped
@Retried
@Path("v1/nodes/{node}/bmc")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "power")
public class BmcResource {
  @EJB private Bmcs bmcs;
  @Inject private Preconditions preconditions;

  /**
   * A fingerprint as {@code PUT} takes it.
   *
   * @param certificate SHA-256
   */
  record Certificate(String certificate) {}

  /** A node's. */
  @GET
  @Operation(
      operationId = "showBmc",
      summary = "A machine's management controller, without its password (administrators)")
  public BmcView show(@PathParam("node") Label node) {
    return bmcs.show(node);
  }

  /** Records it, in place of the one before. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @RequestBody(
      content =
          @Content(
              example =
                  "{\"type\": \"ipmi\", \"address\": \"192.0.2.17\", \"username\": \"haas\","
                      + " \"password\": \"...\"}"))
  @Operation(
      operationId = "putBmc",
      summary = "Record a machine's management controller (administrators)")
  public BmcView set(
      @PathParam("node") Label node, @HeaderParam(Preconditions.IF_MATCH) TagList tags, Body body) {
    preconditions.expect(tags, () -> show(node));
    return bmcs.set(node, body.read(BmcFields::spec));
  }

  /** The certificate that it shows now. */
  @GET
  @Path("certificate")
  @Operation(
      operationId = "scanBmcCertificate",
      summary =
          "The fingerprint of the TLS certificate that a machine's management controller shows now,"
              + " not yet enrolled (administrators)")
  public Certificate scanCertificate(@PathParam("node") Label node) {
    return new Certificate(bmcs.scanCertificate(node));
  }

  /** Forgets it. */
  @DELETE
  @Operation(
      operationId = "deleteBmc",
      summary = "Forget the management controller of a free machine (administrators)")
  public void delete(
      @PathParam("node") Label node, @HeaderParam(Preconditions.IF_MATCH) TagList tags) {
    preconditions.expect(tags, () -> show(node));
    bmcs.delete(node);
  }
}
