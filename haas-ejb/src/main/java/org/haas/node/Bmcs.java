package org.haas.node;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.haas.access.Access;
import org.haas.audit.Audited;
import org.haas.error.HaasException;
import org.haas.seen.AsSeen;
import org.haas.spi.DriverException;
import org.haas.spi.Label;

/** The management controllers of machines. For administrators. */
@Stateless
public class Bmcs {
  private static final String BMC = "BMC";

  @Inject private Access access;
  @Inject private NodeStore nodes;
  @Inject private BmcStore store;
  @Inject private AsSeen seen;
  @Inject private BmcDrivers drivers;
  @Inject private CertificateScanHandler scan;

  /**
   * The types that a controller can have, by name.
   *
   * @throws HaasException FORBIDDEN
   */
  public List<String> types() {
    access.requireAdmin();
    return List.copyOf(drivers.types());
  }

  /**
   * The controller of a node; empty when it has none.
   *
   * @throws HaasException FORBIDDEN; NOT_FOUND no such node
   */
  public Optional<BmcView> find(Label node) {
    access.requireAdmin();
    return store.view(nodes.require(node));
  }

  /**
   * The controller of a node.
   *
   * @throws HaasException FORBIDDEN; NOT_FOUND no such node, or it has none
   */
  public BmcView show(Label node) {
    access.requireAdmin();
    return find(node).orElseThrow(() -> HaasException.notFound(BMC, "of node " + node));
  }

  /**
   * Records the controller of a node, in place of the one before: whoever talks to that one logs in
   * anew. Nothing is sent to it now.
   *
   * @throws HaasException FORBIDDEN; NOT_FOUND; BAD_ARGUMENT unknown type, setting or form
   */
  @Audited("node.bmc.set")
  public BmcView set(Label node, BmcSpec bmc) {
    access.requireAdmin();
    Node known = nodes.locked(node);
    seen.requireUnchanged(BMC, "of node " + node);
    store.record(known, bmc);
    return show(node);
  }

  /**
   * Reads the fingerprint of the TLS certificate that the controller shows now, without logging in
   * and without enrolling it. Goes over the network.
   *
   * @return SHA-256, 64 hexadecimal digits
   * @throws HaasException FORBIDDEN; NOT_FOUND no such node; BLOCKED it has no BMC, or one that
   *     does not answer or uses no TLS
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public String scanCertificate(Label node) {
    access.requireAdmin();
    try {
      return scan.scan(nodes.require(node).id())
          .orElseThrow(
              () ->
                  HaasException.blocked(
                      "The BMC of node %s has no certificate: its driver does not use TLS."
                          .formatted(node)));
    } catch (DriverException failed) {
      throw HaasException.blocked(failed.getMessage());
    }
  }

  /**
   * Forgets the controller of a free node.
   *
   * @throws HaasException FORBIDDEN; NOT_FOUND no such node, or it has none; BLOCKED the node is
   *     held
   */
  @Audited("node.bmc.delete")
  public void delete(Label node) {
    access.requireAdmin();
    Node known = nodes.locked(node);
    Bmc gone = store.find(known).orElseThrow(() -> HaasException.notFound(BMC, "of node " + node));
    seen.requireUnchanged(BMC, "of node " + node);
    known.requireFree();
    store.forget(gone, known);
  }
}
