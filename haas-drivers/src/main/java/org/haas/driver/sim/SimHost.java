package org.haas.driver.sim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.haas.spi.Label;
import org.haas.spi.Vm;
import org.haas.spi.VmId;
import org.haas.spi.VmState;

/** One simulated hypervisor: 16 processors, 64 GiB, some base images. Its machines outlive it. */
final class SimHost {
  private static final Map<String, Long> USUAL_IMAGES = Map.of("tiny", 1L << 26, "big", 1L << 33);
  private static final long IMAGE_BYTES = 2L << 30;

  private static final int CPUS = 16;
  private static final int LOG_ENTRIES = 5000;
  private static final long DISK_BYTES = 1L << 40;
  private static final long MEBIBYTE = 1 << 20;
  private static final long USUAL_MEMORY = 64L << 30;

  private final Path file;
  private final ScheduledExecutorService later;
  private final SimLog log;
  private final SimHostKnobs knobs = new SimHostKnobs();
  private final Map<VmId, SimVm> vms = new TreeMap<>();
  private final Map<String, Long> images = new TreeMap<>();
  private long memory = USUAL_MEMORY;
  private long starts;

  SimHost(Label name, SimOptions options, ScheduledExecutorService later) throws IOException {
    Path state = options.state();
    options.images().forEach(image -> images.put(image.value(), IMAGE_BYTES));
    if (images.isEmpty()) {
      images.putAll(USUAL_IMAGES);
    }
    this.file = state.resolve("host-" + name + ".vms");
    this.later = later;
    this.log = new SimLog(state.resolve("host-" + name + ".log"), LOG_ENTRIES);
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        SimVm vm = SimVm.parse(line, knobs);
        vms.put(vm.id, vm);
      }
    }
  }

  /** The bytes of each base image. */
  Map<String, Long> images() {
    return images;
  }

  SimHostKnobs knobs() {
    return knobs;
  }

  synchronized void note(String entry) {
    log.add(entry);
  }

  synchronized List<String> log() {
    return log.entries();
  }

  synchronized void memory(long mebibytes) {
    memory = mebibytes * MEBIBYTE;
  }

  synchronized List<String> capacity() {
    return List.of("%d %d %d %d".formatted(CPUS, memory, freeMemory(), freeDisk()));
  }

  private long freeMemory() {
    return memory
        - vms.values().stream()
            .filter(SimVm::isActive)
            .mapToLong(vm -> vm.required().memoryBytes())
            .sum();
  }

  private long freeDisk() {
    return DISK_BYTES - vms.values().stream().filter(vm -> vm.disk().isPresent()).count() * 65536;
  }

  synchronized List<String> found(Label owner) {
    return vms.values().stream()
        .filter(vm -> vm.owner.equals(owner) && !vm.parts().isEmpty())
        .map(vm -> vm.id + " " + joined(vm.parts()))
        .toList();
  }

  /** Everything, whoever made it. */
  synchronized List<String> all() {
    return vms.values().stream()
        .filter(vm -> !vm.parts().isEmpty())
        .map(vm -> "%s %s %s %s".formatted(vm.id, vm.owner, vm.state(), joined(vm.parts())))
        .toList();
  }

  private static String joined(Collection<?> parts) {
    return parts.stream().map(Object::toString).collect(Collectors.joining(","));
  }

  synchronized long starts() {
    return starts;
  }

  /** Ours, whether there is anything of it or not. */
  synchronized SimVm vm(VmId id, Label owner) {
    SimVm vm = vms.computeIfAbsent(id, unknown -> new SimVm(id, owner, knobs));
    if (!vm.owner.equals(owner)) {
      throw new SimRefusal("the virtual machine " + id + " was not made by this HaaS");
    }
    return vm;
  }

  /** For who looks on. */
  synchronized SimVm any(VmId id) {
    SimVm vm = vms.get(id);
    if (vm == null) {
      throw new SimRefusal("there is no virtual machine " + id);
    }
    return vm;
  }

  synchronized void start(SimVm vm) {
    Vm machine = vm.required();
    if (vm.state() == VmState.PAUSED) {
      vm.resume();
    }
    if (vm.isActive()) {
      return;
    }
    if (vm.disk().isEmpty()) {
      throw new SimRefusal("the disk of %s is missing".formatted(machine.name()));
    }
    if (machine.memoryBytes() > freeMemory()) {
      throw new SimRefusal("there is not enough memory for " + machine.name());
    }
    starts++;
    long run = vm.start();
    Duration time = Duration.ZERO;
    for (String line : lines(machine)) {
      time = time.plus(knobs.bootStep());
      after(time, () -> print(vm, run, line));
    }
  }

  private static List<String> lines(Vm machine) {
    List<String> lines = new ArrayList<>(List.of("SimBIOS\r\n", "Booting from disk 0...\r\n"));
    lines.add("\r\n%s login: ".formatted(machine.name()));
    return lines;
  }

  private void print(SimVm vm, long run, String line) {
    if (vm.isRun(run)) {
      vm.serial().print(line);
    }
  }

  synchronized void shutDown(SimVm vm) {
    vm.required();
    if (!knobs.ignoresShutdown() && vm.askToEnd()) {
      vm.serial().print("\r\nSystem is going down\r\n");
      long run = vm.run();
      after(knobs.shutdownTime(), () -> endRun(vm, run));
    }
  }

  private void endRun(SimVm vm, long run) {
    if (vm.isRun(run)) {
      vm.end();
    }
  }

  synchronized void stop(SimVm vm) {
    vm.required();
    vm.end();
  }

  synchronized void delete(SimVm vm) {
    vm.end();
    vms.remove(vm.id);
  }

  private void after(Duration time, Runnable step) {
    var unused = later.schedule(() -> locked(step), time.toMillis(), TimeUnit.MILLISECONDS);
  }

  private synchronized void locked(Runnable step) {
    step.run();
  }

  /** Whole at every moment, also when this process is killed. */
  synchronized void save() {
    try {
      Path draft = file.resolveSibling(file.getFileName() + ".draft");
      List<String> lines =
          vms.values().stream().filter(vm -> !vm.parts().isEmpty()).map(SimVm::line).toList();
      Files.write(draft, lines);
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  synchronized void drop() {
    vms.values().forEach(vm -> vm.serial().drop());
  }

  synchronized void heartbeat() {
    vms.values().forEach(vm -> vm.serial().heartbeat());
  }
}
