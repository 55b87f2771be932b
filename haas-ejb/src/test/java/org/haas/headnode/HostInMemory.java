package org.haas.headnode;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.haas.spi.BaseImage;
import org.haas.spi.BmcDriver.BmcConsole;
import org.haas.spi.DriverException;
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

/** A hypervisor as strict as a real one. It can die, refuse, or do nothing of what it is told. */
final class HostInMemory implements HypervisorSession {
  final List<String> log = new ArrayList<>();
  final Set<Label> images = new TreeSet<>(Set.of(new Label("tiny")));
  final Map<VmId, Vm> machines = new HashMap<>();
  final Map<VmId, VmState> states = new TreeMap<>();
  final Set<VmId> disks = new TreeSet<>();
  final Set<VmId> seeds = new TreeSet<>();
  Optional<DriverException> failure = Optional.empty();
  boolean ignoresNics;
  boolean ignoresPower;
  boolean keepsDisks;
  private int commandsBeforeCrash = Integer.MAX_VALUE;

  /** The process dies before that command, counted from now. */
  void crashBefore(int command) {
    commandsBeforeCrash = command;
  }

  private void told(String what) {
    if (commandsBeforeCrash-- == 0) {
      throw new IllegalStateException("killed");
    }
    failure.ifPresent(
        reason -> {
          throw reason;
        });
    log.add(what);
  }

  private static DriverException refused(String words) {
    return new DriverException(DriverException.Kind.REFUSED, words);
  }

  @Override
  public HostCapacity capacity() {
    return new HostCapacity(16, 1L << 36, 1L << 35, 1L << 40);
  }

  @Override
  public List<BaseImage> images() {
    told("images");
    return images.stream().map(name -> new BaseImage(name, 1L << 26)).toList();
  }

  @Override
  public void createDisk(VmId vm, Label image, long sizeBytes) {
    told("disk");
    disks.add(vm);
  }

  @Override
  public void writeSeed(VmId vm, Seed seed) {
    told("seed");
    seeds.add(vm);
  }

  @Override
  public void define(Vm vm) {
    told("define");
    if (!disks.contains(vm.id()) || !seeds.contains(vm.id())) {
      throw refused("There is no disk or no seed.");
    }
    machines.put(vm.id(), ignoresNics ? vm.with(List.of()) : vm);
    states.putIfAbsent(vm.id(), VmState.STOPPED);
  }

  @Override
  public void start(VmId vm) {
    told("start");
    power(vm, VmState.RUNNING);
  }

  private void power(VmId vm, VmState state) {
    if (!ignoresPower) {
      states.replace(vm, state);
    }
  }

  @Override
  public void shutDown(VmId vm) {
    told("shutDown");
    power(vm, VmState.STOPPED);
  }

  @Override
  public void stop(VmId vm) {
    told("stop");
    power(vm, VmState.STOPPED);
  }

  @Override
  public void delete(VmId vm) {
    told("delete");
    machines.remove(vm);
    states.remove(vm);
    seeds.remove(vm);
    if (!keepsDisks) {
      disks.remove(vm);
    }
  }

  @Override
  public VmState state(VmId vm) {
    return states.getOrDefault(vm, VmState.ABSENT);
  }

  @Override
  public Optional<Vm> read(VmId vm) {
    return Optional.ofNullable(machines.get(vm));
  }

  @Override
  public void plug(VmId vm, VmNic nic) {
    told("plug " + nic.mac() + " " + nic.vlan().map(Object::toString).orElse("off"));
    if (!ignoresNics) {
      List<VmNic> nics = without(vm, nic.mac());
      nics.add(nic);
      machines.computeIfPresent(vm, (id, known) -> known.with(nics));
    }
  }

  private List<VmNic> without(VmId vm, MacAddress mac) {
    List<VmNic> nics = new ArrayList<>(machines.get(vm).nics());
    nics.removeIf(nic -> nic.mac().equals(mac));
    return nics;
  }

  @Override
  public void removeNic(VmId vm, MacAddress mac) {
    told("remove " + mac);
    if (!ignoresNics) {
      machines.computeIfPresent(vm, (id, known) -> known.with(without(vm, mac)));
    }
  }

  @Override
  public BmcConsole console(VmId vm) {
    throw new AssertionError("nobody asks for a console here");
  }

  @Override
  public VmScreen screen(VmId vm) {
    throw new AssertionError("nobody asks for a screen here");
  }

  @Override
  public Map<VmId, Set<VmPart>> found() {
    Map<VmId, Set<VmPart>> found = new TreeMap<>();
    add(found, machines.keySet(), VmPart.MACHINE);
    add(found, disks, VmPart.DISK);
    add(found, seeds, VmPart.SEED);
    return found;
  }

  private static void add(Map<VmId, Set<VmPart>> found, Set<VmId> ids, VmPart part) {
    ids.forEach(id -> found.computeIfAbsent(id, one -> EnumSet.noneOf(VmPart.class)).add(part));
  }

  @Override
  public void close() {
    log.add("close");
  }
}
