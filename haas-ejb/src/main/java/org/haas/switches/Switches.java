package org.haas.switches;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.haas.access.Access;
import org.haas.audit.Audited;
import org.haas.error.HaasException;
import org.haas.operation.Journal;
import org.haas.operation.OperationView;
import org.haas.seen.AsSeen;
import org.haas.spi.DriverException;
import org.haas.spi.Label;
import org.haas.spi.PortName;
import org.haas.spi.SwitchDriver;

/** Switches and their ports. For administrators. */
@Stateless
public class Switches {
  private static final String SWITCH = "switch";

  @PersistenceContext private EntityManager database;
  @Inject private Access access;
  @Inject private SwitchStore store;
  @Inject private Drivers drivers;
  @Inject private Journal journal;
  @Inject private HostKeyScanHandler scan;
  @Inject private AsSeen seen;
  @Inject private Clock clock;

  /** All switches by name, without their ports. */
  public List<SwitchView> list() {
    access.requireAdmin();
    return database
        .createQuery("select s from Switch s order by s.label", Switch.class)
        .getResultStream()
        .map(known -> view(known, List.of()))
        .toList();
  }

  /**
   * The types that a switch can have, by name.
   *
   * @throws HaasException FORBIDDEN
   */
  public List<String> types() {
    access.requireAdmin();
    return List.copyOf(drivers.types());
  }

  /**
   * One switch with its ports.
   *
   * @throws HaasException FORBIDDEN; NOT_FOUND
   */
  public SwitchView show(Label switchName) {
    access.requireAdmin();
    return withPorts(store.require(switchName));
  }

  /**
   * Records a switch. Nothing is sent to it before a port is registered.
   *
   * @throws HaasException FORBIDDEN; DUPLICATE; BAD_ARGUMENT unknown type, setting or form
   */
  @Audited("switch.register")
  public SwitchView register(SwitchSpec spec) {
    access.requireAdmin();
    return view(store.register(spec), List.of());
  }

  /**
   * Forgets a switch without ports.
   *
   * @throws HaasException FORBIDDEN; NOT_FOUND; BLOCKED it has ports
   */
  @Audited("switch.delete")
  public void delete(Label switchName) {
    access.requireAdmin();
    Switch known = store.locked(switchName);
    seen.requireUnchanged(SWITCH, switchName);
    journal.closeQueue(known.queue());
    database.remove(known);
    database.flush();
  }

  /**
   * Enrols the SSH host key that the switch must show, in place of the one before.
   *
   * @param hostKey {@code <type> <base64>}, compared by an administrator with what the switch says
   *     of itself
   * @throws HaasException FORBIDDEN; NOT_FOUND; BAD_ARGUMENT
   */
  @Audited("switch.enrol-host-key")
  public SwitchView enrolHostKey(Label switchName, String hostKey) {
    access.requireAdmin();
    SwitchStore.checkHostKey(hostKey);
    Switch known = store.locked(switchName);
    seen.requireUnchanged(SWITCH, switchName);
    known.enrol(hostKey);
    database.flush();
    store.readAgain(known, access.caller().username());
    return withPorts(known);
  }

  /**
   * Reads the host key that the switch shows now, without logging in and without enrolling it. Goes
   * over the network.
   *
   * @return {@code <type> <base64>}
   * @throws HaasException FORBIDDEN; NOT_FOUND; BLOCKED it does not answer, or has no host key
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public String scanHostKey(Label switchName) {
    access.requireAdmin();
    try {
      return scan.scan(store.require(switchName).id())
          .orElseThrow(
              () ->
                  HaasException.blocked(
                      "Switch %s has no host key: its driver does not log in by SSH."
                          .formatted(switchName)));
    } catch (DriverException unreachable) {
      throw HaasException.blocked(unreachable.getMessage());
    }
  }

  /**
   * Reads all ports, later, and finds which differ from what they shall be; also tries again what
   * had failed for good on this switch. Returns at once; watch the operation.
   *
   * @throws HaasException FORBIDDEN; NOT_FOUND
   */
  @Audited("switch.check")
  public OperationView check(Label switchName) {
    access.requireAdmin();
    Switch known = store.require(switchName);
    SwitchOperation check =
        SwitchOperation.check(known, false, access.caller().username(), clock.instant());
    journal.enqueue(check);
    database.flush();
    return check.view(true);
  }

  /**
   * Records a port. It is parked and read at once (an operation); a {@link PortRole#PRESET} port is
   * only read.
   *
   * @throws HaasException FORBIDDEN; NOT_FOUND; DUPLICATE; BAD_ARGUMENT a name that such a switch
   *     cannot have
   */
  @Audited("port.register")
  public PortView registerPort(Label switchName, PortName port, PortRole role) {
    access.requireAdmin();
    Switch owner = store.require(switchName);
    return store.registerPort(owner, port, role, access.caller().username()).view();
  }

  /**
   * Forgets a port that has no NIC. Nothing is sent to the switch: the port stays parked.
   *
   * @throws HaasException FORBIDDEN; NOT_FOUND; BLOCKED it has a NIC, or is being written
   */
  @Audited("port.delete")
  public void deletePort(Label switchName, PortName port) {
    access.requireAdmin();
    Port known = store.lockedPort(switchName, port);
    seen.requireUnchanged(SWITCH, switchName);
    for (SwitchOperation open : openOperations(known)) {
      if (!journal.cancel(open)) {
        throw HaasException.blocked(
            "Port %s of switch %s is being parked; try again in a moment."
                .formatted(port, switchName));
      }
    }
    database.flush();
    database.remove(known);
    database.flush();
  }

  private List<SwitchOperation> openOperations(Port port) {
    return database
        .createQuery(
            "select o from SwitchOperation o where o.portId = :port and o.finishedAt is null",
            SwitchOperation.class)
        .setParameter("port", port.id())
        .getResultList();
  }

  private SwitchView withPorts(Switch known) {
    return view(known, store.ports(known).stream().map(Port::view).toList());
  }

  private SwitchView view(Switch known, List<PortView> ports) {
    return new SwitchView(
        known.label(),
        known.type(),
        known.host(),
        known.tcpPort(),
        known.username(),
        known.settings(),
        known.hostKey(),
        drivers.find(known.type()).isPresent(),
        drivers.find(known.type()).map(SwitchDriver::capabilities).orElse(Set.of()),
        ports);
  }
}
