package org.haas.driver.libvirt;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.haas.driver.seed.NoCloud;
import org.haas.spi.BaseImage;
import org.haas.spi.BmcDriver.BmcConsole;
import org.haas.spi.HostCapacity;
import org.haas.spi.HypervisorDriver.HypervisorSession;
import org.haas.spi.HypervisorDriver.VmScreen;
import org.haas.spi.Label;
import org.haas.spi.MacAddress;
import org.haas.spi.Seed;
import org.haas.spi.Vm;
import org.haas.spi.VmId;
import org.haas.spi.VmNic;
import org.haas.spi.VmPart;
import org.haas.spi.VmState;

/** A login on one libvirt. */
final class LibvirtSession implements HypervisorSession {
  private final LibvirtLogin login;
  private final LibvirtRpc rpc;
  private final Domains domains;
  private final Storage storage;
  private final Nics nics;
  private final VolumeNames names;

  LibvirtSession(LibvirtLogin login, LibvirtRpc rpc) {
    this.login = login;
    this.rpc = rpc;
    this.domains = new Domains(rpc);
    this.storage = new Storage(rpc, login.settings());
    this.nics = new Nics(rpc, login.settings(), domains);
    this.names = new VolumeNames(login.endpoint().owner());
  }

  @Override
  public HostCapacity capacity() {
    return new Host(rpc).capacity(storage.freeBytes());
  }

  @Override
  public List<BaseImage> images() {
    return storage.images();
  }

  @Override
  public void createDisk(VmId vm, Label image, long sizeBytes) {
    storage.createOverlay(names.disk(vm), image, sizeBytes);
  }

  @Override
  public void writeSeed(VmId vm, Seed seed) {
    storage.write(names.seed(vm), NoCloud.disk(seed));
  }

  @Override
  public void define(Vm vm) {
    vm.nics().forEach(nics::require);
    Optional<Domain> before = domains.find(vm.id());
    if (before.flatMap(domain -> meaning(domain, Domains.CONFIG)).equals(Optional.of(vm))) {
      return;
    }
    if (before.filter(domains::isActive).isPresent()) {
      throw rpc.refused("the virtual machine %s runs: stop it first".formatted(vm.name()));
    }
    Set<Integer> taken = nics.takenTags();
    List<LibvirtNic> wanted = vm.nics().stream().map(nic -> nics.wanted(nic, taken)).toList();
    domains.define(new DomainXml(login.settings(), login.endpoint().owner()).machine(vm, wanted));
  }

  /** Empty also when somebody has made of it what HaaS never would. */
  private Optional<Vm> meaning(Domain domain, int which) {
    try {
      return domains.read(domain, which).map(tree -> tree.meaning(login.settings().wiring()));
    } catch (IllegalArgumentException changed) {
      return Optional.empty();
    }
  }

  @Override
  public void start(VmId vm) {
    Domain domain = domains.require(vm);
    switch (domains.state(domain)) {
      case STOPPED -> domains.tell(Procedure.DOMAIN_CREATE, domain);
      case PAUSED -> domains.tell(Procedure.DOMAIN_RESUME, domain);
      case RUNNING, ABSENT -> {}
    }
  }

  @Override
  public void shutDown(VmId vm) {
    Domain domain = domains.require(vm);
    if (domains.isActive(domain)) {
      domains.tell(Procedure.DOMAIN_SHUTDOWN, domain);
    }
  }

  @Override
  public void stop(VmId vm) {
    Domain domain = domains.require(vm);
    if (domains.isActive(domain)) {
      domains.tell(Procedure.DOMAIN_DESTROY, domain);
    }
  }

  @Override
  public void delete(VmId vm) {
    Optional<Domain> domain = domains.find(vm);
    if (domain.isPresent()) {
      if (domains.isActive(domain.get())) {
        domains.tell(Procedure.DOMAIN_DESTROY, domain.get());
      }
      domains.undefine(domain.get());
    }
    storage.delete(names.disk(vm));
    storage.delete(names.seed(vm));
  }

  @Override
  public VmState state(VmId vm) {
    return domains.find(vm).map(domains::state).orElse(VmState.ABSENT);
  }

  @Override
  public Optional<Vm> read(VmId vm) {
    try {
      return domains
          .find(vm)
          .flatMap(domain -> domains.read(domain, Domains.LIVE))
          .map(tree -> tree.meaning(login.settings().wiring()));
    } catch (IllegalArgumentException changed) {
      throw rpc.refused("of the virtual machine %s: %s".formatted(vm, changed.getMessage()));
    }
  }

  @Override
  public void plug(VmId vm, VmNic nic) {
    nics.plug(vm, nic);
  }

  @Override
  public void removeNic(VmId vm, MacAddress mac) {
    nics.remove(vm, mac);
  }

  @Override
  public BmcConsole console(VmId vm) {
    return LibvirtConsole.open(login, running(vm));
  }

  @Override
  public VmScreen screen(VmId vm) {
    String socket =
        domains
            .read(running(vm), Domains.LIVE)
            .flatMap(DomainTree::screenSocket)
            .orElseThrow(() -> rpc.refused("the virtual machine %s has no screen".formatted(vm)));
    return new LibvirtScreen(login, socket);
  }

  private Domain running(VmId vm) {
    Domain domain = domains.require(vm);
    if (!domains.isActive(domain)) {
      throw rpc.refused("the virtual machine %s does not run".formatted(vm));
    }
    return domain;
  }

  @Override
  public Map<VmId, Set<VmPart>> found() {
    Map<VmId, Set<VmPart>> found = new TreeMap<>();
    Label owner = login.endpoint().owner();
    for (Domain domain : domains.all()) {
      boolean ours = domains.read(domain, Domains.CONFIG).filter(t -> t.isOf(owner)).isPresent();
      if (ours) {
        note(found, new VmId(domain.uuid()), VmPart.MACHINE);
      }
    }
    for (Volume volume : storage.disks()) {
      names.meaning(volume.name()).ifPresent(of -> note(found, of.getKey(), of.getValue()));
    }
    return found;
  }

  private static void note(Map<VmId, Set<VmPart>> found, VmId vm, VmPart part) {
    found.computeIfAbsent(vm, unknown -> EnumSet.noneOf(VmPart.class)).add(part);
  }

  @Override
  public void close() {
    rpc.close();
  }
}
