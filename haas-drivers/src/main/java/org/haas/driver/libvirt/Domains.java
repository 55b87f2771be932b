package org.haas.driver.libvirt;

import java.util.List;
import java.util.Optional;
import org.haas.spi.DriverException;
import org.haas.spi.VmId;
import org.haas.spi.VmState;

/** Machines of one host. A machine with our id that is not marked as ours is never handed out. */
final class Domains {
  /** For changes and for reading: the machine as it runs, or as it will start. */
  static final int LIVE = 1;

  static final int CONFIG = 2;

  private static final int XML_INACTIVE = 2;

  /** With everything that libvirt itself keeps of it. */
  private static final int UNDEFINE_ALL = 1 | 2 | 4 | 16;

  private static final int PAUSED = 3;
  private static final int SHUT_OFF = 5;
  private static final int CRASHED = 6;
  private static final int SUSPENDED = 7;

  private final LibvirtRpc rpc;

  Domains(LibvirtRpc rpc) {
    this.rpc = rpc;
  }

  /** All that there are, ours and others. */
  List<Domain> all() {
    XdrReader reply = rpc.call(Procedure.LIST_ALL_DOMAINS, new XdrWriter().number(1).number(0));
    return rpc.decoded(from -> from.list(Domain::read), reply);
  }

  /**
   * Finds it.
   *
   * @throws DriverException REFUSED there is one that is not ours
   */
  Optional<Domain> find(VmId vm) {
    Optional<Domain> found =
        rpc.find(
                Procedure.DOMAIN_LOOKUP_BY_UUID,
                new XdrWriter().uuid(vm.value()),
                LibvirtError.NO_DOMAIN)
            .map(reply -> rpc.decoded(Domain::read, reply));
    found.ifPresent(this::requireOurs);
    return found;
  }

  /**
   * As {@link #find}.
   *
   * @throws DriverException REFUSED also when there is none
   */
  Domain require(VmId vm) {
    return find(vm).orElseThrow(() -> rpc.refused("there is no virtual machine " + vm));
  }

  private void requireOurs(Domain domain) {
    DomainTree tree = read(domain, CONFIG).orElseThrow(() -> rpc.refused("it has just gone"));
    if (!tree.isOf(rpc.endpoint().owner())) {
      throw rpc.refused(
          "the virtual machine %s was not made by this HaaS and is left alone"
              .formatted(domain.uuid()));
    }
  }

  /** Empty when it has gone. */
  Optional<DomainTree> read(Domain domain, int which) {
    return rpc.find(
            Procedure.DOMAIN_GET_XML,
            domain.write().number(which == CONFIG ? XML_INACTIVE : 0),
            LibvirtError.NO_DOMAIN)
        .map(reply -> rpc.decoded(from -> new DomainTree(from.text()), reply));
  }

  VmState state(Domain domain) {
    XdrReader reply = rpc.call(Procedure.DOMAIN_GET_STATE, domain.write().number(0));
    return switch (rpc.decoded(XdrReader::number, reply)) {
      case PAUSED, SUSPENDED -> VmState.PAUSED;
      case SHUT_OFF, CRASHED -> VmState.STOPPED;
      default -> VmState.RUNNING;
    };
  }

  boolean isActive(Domain domain) {
    return state(domain) != VmState.STOPPED;
  }

  void define(String xml) {
    rpc.call(Procedure.DOMAIN_DEFINE_XML, new XdrWriter().text(xml).number(0));
  }

  void undefine(Domain domain) {
    XdrWriter arguments = domain.write().number(UNDEFINE_ALL);
    rpc.find(Procedure.DOMAIN_UNDEFINE, arguments, LibvirtError.NO_DOMAIN);
  }

  void tell(Procedure procedure, Domain domain) {
    rpc.call(procedure, domain.write());
  }

  void device(Procedure procedure, Domain domain, String xml, int which) {
    rpc.call(procedure, domain.write().text(xml).number(which));
  }
}
