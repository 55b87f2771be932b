package org.haas.headnode;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import org.haas.access.Access;
import org.haas.audit.Audited;
import org.haas.error.HaasException;
import org.haas.operation.Journal;
import org.haas.operation.OperationView;
import org.haas.seen.AsSeen;
import org.haas.spi.DriverException;
import org.haas.spi.Label;

/** The hypervisors on which headnodes run. For administrators. */
@Stateless
public class Hypervisors {
  @Inject private Access access;
  @Inject private HypervisorStore store;
  @Inject private HeadnodeStore headnodes;
  @Inject private HypervisorKeyHandler keys;
  @Inject private HypervisorDrivers drivers;
  @Inject private Journal journal;
  @Inject private AsSeen seen;

  /** All, by name. */
  public List<HypervisorView> list() {
    access.requireAdmin();
    return store.views();
  }

  /** The types that can be registered. */
  public List<String> types() {
    access.requireAdmin();
    return drivers.types().stream().sorted().toList();
  }

  /**
   * One.
   *
   * @throws HaasException FORBIDDEN; NOT_FOUND
   */
  public HypervisorView show(Label hypervisor) {
    access.requireAdmin();
    return store.view(hypervisor);
  }

  /**
   * Records a hypervisor, and asks for a look at it: headnodes are placed there once it answered.
   *
   * @throws HaasException FORBIDDEN; DUPLICATE; BAD_ARGUMENT unknown type, setting or form
   */
  @Audited("hypervisor.register")
  public HypervisorView register(HypervisorSpec spec) {
    access.requireAdmin();
    headnodes.check(store.register(spec));
    return store.view(spec.name());
  }

  /**
   * Forgets a hypervisor without headnodes; nothing is sent to it.
   *
   * @throws HaasException FORBIDDEN; NOT_FOUND; BLOCKED it has headnodes
   */
  @Audited("hypervisor.delete")
  public void delete(Label hypervisor) {
    access.requireAdmin();
    Hypervisor known = store.locked(hypervisor);
    seen.requireUnchanged("hypervisor", hypervisor);
    journal.closeQueue(known.queue());
    store.forget(known);
  }

  /**
   * Looks at it, later: what it has, how its headnodes are, and what was left behind there. Returns
   * at once; watch the operation.
   *
   * @throws HaasException FORBIDDEN; NOT_FOUND
   */
  @Audited("hypervisor.check")
  public OperationView check(Label hypervisor) {
    access.requireAdmin();
    return headnodes.check(store.require(hypervisor)).view(true);
  }

  /**
   * Enrols the SSH host key that it must show, in place of the one before.
   *
   * @param hostKey {@code <type> <base64>}, compared by an administrator with what the host says of
   *     itself
   * @throws HaasException FORBIDDEN; NOT_FOUND; BAD_ARGUMENT
   */
  @Audited("hypervisor.enrol-host-key")
  public HypervisorView enrolHostKey(Label hypervisor, String hostKey) {
    access.requireAdmin();
    HypervisorDrivers.checkHostKey(hostKey);
    Hypervisor known = store.locked(hypervisor);
    seen.requireUnchanged("hypervisor", hypervisor);
    known.enrol(hostKey);
    headnodes.check(known);
    return store.view(hypervisor);
  }

  /**
   * Reads the host key that it shows now, without logging in and without enrolling it. Goes over
   * the network.
   *
   * @return {@code <type> <base64>}
   * @throws HaasException FORBIDDEN; NOT_FOUND; BLOCKED it does not answer, or has no host key
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public String scanHostKey(Label hypervisor) {
    access.requireAdmin();
    try {
      return keys.scan(store.require(hypervisor).id())
          .orElseThrow(
              () ->
                  HaasException.blocked(
                      "Hypervisor %s has no host key: it is not reached by SSH."
                          .formatted(hypervisor)));
    } catch (DriverException unreachable) {
      throw HaasException.blocked(unreachable.getMessage());
    }
  }
}
