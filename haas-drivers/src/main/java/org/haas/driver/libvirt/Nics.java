package org.haas.driver.libvirt;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.haas.spi.MacAddress;
import org.haas.spi.VmId;
import org.haas.spi.VmNic;

/** Plugs NICs of machines in and out, as they run and as they will start. */
final class Nics {
  private final LibvirtRpc rpc;
  private final Domains domains;
  private final Wiring wiring;
  private final DomainXml xml;

  Nics(LibvirtRpc rpc, LibvirtSettings settings, Domains domains) {
    this.rpc = rpc;
    this.domains = domains;
    this.wiring = settings.wiring();
    this.xml = new DomainXml(settings, rpc.endpoint().owner());
  }

  /** As libvirt shall have it. */
  LibvirtNic wanted(VmNic nic, Set<Integer> parkedTags) {
    return nic.vlan()
        .map(vlan -> LibvirtNic.on(wiring, nic.mac(), vlan))
        .orElseGet(() -> LibvirtNic.unplugged(wiring, nic.mac(), free(parkedTags)));
  }

  /** Takes the lowest tag that is free. */
  private int free(Set<Integer> taken) {
    for (int tag = Wiring.FIRST_PARKING; wiring.tagged() && tag <= Wiring.LAST_PARKING; tag++) {
      if (taken.add(tag)) {
        return tag;
      }
    }
    if (wiring.tagged()) {
      throw rpc.refused("all places for NICs that are unplugged are taken");
    }
    return 0;
  }

  /** The tags that NICs of any machine on this host have, running or not. */
  Set<Integer> takenTags() {
    Set<Integer> taken = new TreeSet<>();
    if (wiring.tagged()) {
      for (Domain domain : domains.all()) {
        for (int which : new int[] {Domains.LIVE, Domains.CONFIG}) {
          domains.read(domain, which).map(DomainTree::nics).orElse(List.of()).stream()
              .map(LibvirtNic::tag)
              .flatMapToInt(OptionalInt::stream)
              .forEach(taken::add);
        }
      }
    }
    return taken;
  }

  /**
   * Refuses what no NIC can be on.
   *
   * @throws org.haas.spi.DriverException REFUSED
   */
  void require(VmNic nic) {
    if (nic.vlan().filter(Wiring.reserved()::contains).isPresent()) {
      throw rpc.refused(
          "VLAN %s is one of those that HaaS keeps for NICs that are unplugged"
              .formatted(nic.vlan().get()));
    }
  }

  void plug(VmId vm, VmNic nic) {
    require(nic);
    Domain domain = domains.require(vm);
    if (domains.isActive(domain)) {
      apply(domain, nic, Domains.LIVE);
    }
    apply(domain, nic, Domains.CONFIG);
  }

  private void apply(Domain domain, VmNic nic, int which) {
    Optional<LibvirtNic> before = nic(domain, nic.mac(), which);
    Optional<VmNic> meant = before.flatMap(now -> now.meaning(wiring));
    if (meant.equals(Optional.of(nic))) {
      return;
    }
    if (before.isEmpty()) {
      device(Procedure.DOMAIN_ATTACH_DEVICE, domain, wanted(nic, takenTags()), which);
      return;
    }
    boolean wasPlugged = meant.flatMap(VmNic::vlan).isPresent() || meant.isEmpty();
    if (wasPlugged && nic.vlan().isPresent()) {
      VmNic unplugged = VmNic.unplugged(nic.mac());
      device(Procedure.DOMAIN_UPDATE_DEVICE, domain, wanted(unplugged, takenTags()), which);
    }
    device(Procedure.DOMAIN_UPDATE_DEVICE, domain, wanted(nic, takenTags()), which);
  }

  /** Asks a running machine for the device once, when it goes from what will start. */
  void remove(VmId vm, MacAddress mac) {
    Domain domain = domains.require(vm);
    boolean runs = domains.isActive(domain);
    if (runs && nic(domain, mac, Domains.LIVE).isPresent()) {
      apply(domain, VmNic.unplugged(mac), Domains.LIVE);
    }
    Optional<LibvirtNic> nic = nic(domain, mac, Domains.CONFIG);
    nic.ifPresent(lost -> detach(domain, lost, Domains.CONFIG));
    if (runs && nic.isPresent()) {
      nic(domain, mac, Domains.LIVE).ifPresent(held -> detach(domain, held, Domains.LIVE));
    }
  }

  private void detach(Domain domain, LibvirtNic nic, int which) {
    device(Procedure.DOMAIN_DETACH_DEVICE, domain, nic, which);
  }

  private void device(Procedure procedure, Domain domain, LibvirtNic nic, int which) {
    String description = xml.nic(new VmId(domain.uuid()), nic);
    domains.device(procedure, domain, description, which);
  }

  private Optional<LibvirtNic> nic(Domain domain, MacAddress mac, int which) {
    return domains.read(domain, which).map(DomainTree::nics).orElse(List.of()).stream()
        .filter(nic -> nic.mac().equals(mac))
        .findAny();
  }
}
