package org.haas.driver.sim;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.haas.spi.Label;
import org.haas.spi.Vm;
import org.haas.spi.VmId;
import org.haas.spi.VmNic;
import org.haas.spi.VmPart;
import org.haas.spi.VmState;

/** What a simulated hypervisor has of one virtual machine. Guarded by its host. */
final class SimVm implements SimLine {
  private static final String NONE = "-";

  final VmId id;
  final Label owner;
  private final SimHostKnobs knobs;
  private final SimSerial serial = new SimSerial();
  private Optional<String> disk = Optional.empty();
  private Optional<String> seed = Optional.empty();
  private Optional<Vm> machine = Optional.empty();
  private volatile VmState state = VmState.STOPPED;
  private boolean ending;
  private long run;

  SimVm(VmId id, Label owner, SimHostKnobs knobs) {
    this.id = id;
    this.owner = owner;
    this.knobs = knobs;
  }

  /** As {@link #line} writes it, and stopped. */
  static SimVm parse(String line, SimHostKnobs knobs) {
    List<String> words = List.of(line.split(" "));
    SimVm vm = new SimVm(VmId.parse(words.get(0)), new Label(words.get(1)), knobs);
    vm.disk = Optional.of(words.get(2)).filter(word -> !word.equals(NONE));
    vm.seed = Optional.of(words.get(3)).filter(word -> !word.equals(NONE));
    if (words.size() == 4 + SimVmText.WORDS) {
      vm.machine = Optional.of(SimVmText.vm(vm.id, words.subList(4, words.size())));
    }
    return vm;
  }

  String line() {
    return "%s %s %s %s%s"
        .formatted(
            id,
            owner,
            disk.orElse(NONE),
            seed.orElse(NONE),
            machine.map(vm -> " " + SimVmText.text(vm)).orElse(""));
  }

  Set<VmPart> parts() {
    Set<VmPart> parts = EnumSet.noneOf(VmPart.class);
    machine.ifPresent(there -> parts.add(VmPart.MACHINE));
    disk.ifPresent(there -> parts.add(VmPart.DISK));
    seed.ifPresent(there -> parts.add(VmPart.SEED));
    return parts;
  }

  VmState state() {
    return machine.isEmpty() ? VmState.ABSENT : state;
  }

  boolean isActive() {
    return machine.isPresent() && state != VmState.STOPPED;
  }

  Optional<Vm> machine() {
    return machine;
  }

  Optional<String> disk() {
    return disk;
  }

  byte[] seed() {
    return Base64.getDecoder().decode(seed.orElse(""));
  }

  void makeDisk(String image, long size) {
    disk = disk.or(() -> Optional.of(image + ":" + size));
  }

  void writeSeed(String base64) {
    seed = Optional.of(base64);
  }

  void define(Vm wanted) {
    if (isActive() && !machine.equals(Optional.of(wanted))) {
      throw new SimRefusal("the virtual machine " + wanted.name() + " runs: stop it first");
    }
    machine = Optional.of(wanted);
  }

  void plug(VmNic nic) {
    List<VmNic> nics = new ArrayList<>(required().nics());
    nics.replaceAll(other -> other.mac().equals(nic.mac()) ? nic : other);
    if (!nics.contains(nic)) {
      nics.add(nic);
    }
    machine = Optional.of(required().with(nics));
  }

  void remove(String mac) {
    List<VmNic> nics =
        required().nics().stream().filter(nic -> !nic.mac().value().equals(mac)).toList();
    machine = Optional.of(required().with(nics));
  }

  Vm required() {
    return machine.orElseThrow(() -> new SimRefusal("there is no virtual machine " + id));
  }

  /** The number of the run that begins. */
  long start() {
    state = VmState.RUNNING;
    ending = false;
    return ++run;
  }

  void pause() {
    state = VmState.PAUSED;
  }

  void resume() {
    state = VmState.RUNNING;
  }

  /** Whether the run is the same and has not been asked yet. */
  boolean askToEnd() {
    boolean first = state == VmState.RUNNING && !ending;
    ending |= first;
    return first;
  }

  boolean isRun(long number) {
    return isActive() && run == number;
  }

  long run() {
    return run;
  }

  void end() {
    state = VmState.STOPPED;
    ending = false;
    serial.drop();
  }

  @Override
  public SimSerial serial() {
    return serial;
  }

  @Override
  public boolean hanging() {
    return knobs.hanging();
  }

  /** A machine that does not run echoes nothing. */
  @Override
  public void typed(byte[] keys) {
    serial.typed(keys);
    if (state == VmState.RUNNING) {
      String echo = new String(keys, StandardCharsets.ISO_8859_1).replace("\r", "\r\n# ");
      serial.print(echo.getBytes(StandardCharsets.ISO_8859_1));
    }
  }

  @Override
  public void broke() {
    throw new IllegalStateException("the driver sends none");
  }
}
