package org.haas.driver.sim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.haas.spi.Label;
import org.haas.spi.PortName;
import org.haas.spi.PortStep;
import org.haas.spi.VlanId;

/**
 * One simulated switch. Strict: unknown ports, VLANs in use and second writers are refused. Its
 * startup configuration is on disk; the running one is lost when power goes.
 */
final class SimDevice {
  private static final int LOG_ENTRIES = 20_000;
  private static final Duration LEAVING = Duration.ofMillis(250);

  private final Path startupFile;
  private final SimLog log;
  private final SimKnobs knobs = new SimKnobs();
  private final Set<SimDialogue> dialogues = new HashSet<>();
  private SimConfiguration startup;
  private SimConfiguration running;
  private final Set<SimDialogue> deposed = new HashSet<>();
  private Optional<SimDialogue> writer = Optional.empty();
  private long newestFence;
  private long overlaps;
  private long staleWriters;
  private long sessions;
  private long lines;

  SimDevice(Label name, Collection<PortName> ports, Path state) {
    this.startupFile = state.resolve(name + ".startup");
    this.log = new SimLog(state.resolve(name + ".log"), LOG_ENTRIES);
    this.startup = load(ports);
    this.running = startup.copy();
  }

  SimKnobs knobs() {
    return knobs;
  }

  synchronized void enter(SimDialogue dialogue) {
    sessions++;
    dialogues.add(dialogue);
    log.add(dialogue + " login");
  }

  synchronized void leave(SimDialogue dialogue) {
    dialogues.remove(dialogue);
    deposed.remove(dialogue);
    notifyAll();
    writer = writer.filter(one -> one != dialogue);
    log.add(dialogue + " gone");
  }

  synchronized void heard(SimDialogue dialogue, String line) {
    lines++;
    dialogue.countLine();
    notifyAll();
    log.add(dialogue + " " + line);
  }

  /**
   * From now on this session writes; there is one at a time, and none older than the last. One with
   * a newer fence takes over from one that has fallen silent; should that one write another line
   * after all, both were writing.
   */
  synchronized void claimWriting(SimDialogue dialogue) {
    requireNotDeposed(dialogue);
    Optional<SimDialogue> other = writer.filter(one -> one != dialogue);
    if (other.isPresent() && dialogue.fence() > other.get().fence()) {
      deposed.add(other.get());
      log.add(dialogue + " takes over from " + other.get());
    } else if (other.isPresent() && !isLeaving(other.get())) {
      throw overlap(dialogue, other.get());
    }
    if (dialogue.fence() < newestFence) {
      staleWriters++;
      log.add(dialogue + " STALE WRITER after fence=" + newestFence);
      throw new SimRefusal("a newer claim, fence=" + newestFence + ", has written already");
    }
    newestFence = dialogue.fence();
    writer = Optional.of(dialogue);
  }

  /** Whether that session's connection turns out to be gone, before it says another word. */
  private boolean isLeaving(SimDialogue other) {
    long heard = other.linesHeard();
    long deadline = System.nanoTime() + LEAVING.toNanos();
    try {
      while (dialogues.contains(other)
          && other.linesHeard() == heard
          && deadline - System.nanoTime() > 0) {
        wait(LEAVING.toMillis() / 10);
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
    return !dialogues.contains(other);
  }

  synchronized void endWriting(SimDialogue dialogue) {
    requireNotDeposed(dialogue);
    writer = writer.filter(one -> one != dialogue);
  }

  synchronized List<String> read(Collection<PortName> ports) {
    ports.forEach(this::requirePort);
    return running.lines(ports);
  }

  synchronized void createVlan(SimDialogue dialogue, VlanId vlan) {
    requireWriter(dialogue);
    running.vlans().add(vlan);
  }

  synchronized void deleteVlan(SimDialogue dialogue, VlanId vlan) {
    requireWriter(dialogue);
    if (running.uses(vlan)) {
      throw new SimRefusal("VLAN " + vlan + " is still on a port");
    }
    running.vlans().remove(vlan);
  }

  synchronized void change(SimDialogue dialogue, PortName port, PortStep step) {
    requireWriter(dialogue);
    requirePort(port);
    running.ports().put(port, running.ports().get(port).after(step));
  }

  synchronized void save(SimDialogue dialogue) {
    claimWriting(dialogue);
    try {
      Path fresh = startupFile.resolveSibling(startupFile.getFileName() + ".new");
      Files.write(fresh, running.lines());
      Files.move(fresh, startupFile, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } finally {
      endWriting(dialogue);
    }
    startup = running.copy();
  }

  synchronized void powerCycle() {
    log.add("POWER CYCLE");
    drop();
    running = startup.copy();
  }

  synchronized void drop() {
    dialogues.forEach(SimDialogue::close);
    dialogues.clear();
    deposed.clear();
    writer = Optional.empty();
  }

  synchronized List<String> running() {
    return running.lines();
  }

  synchronized List<String> startup() {
    return startup.lines();
  }

  synchronized List<String> log() {
    return log.entries();
  }

  synchronized List<String> counters() {
    return List.of(
        "sessions " + sessions,
        "lines " + lines,
        "overlaps " + overlaps,
        "stale " + staleWriters,
        "fence " + newestFence);
  }

  private SimRefusal overlap(SimDialogue dialogue, Object other) {
    overlaps++;
    log.add(dialogue + " OVERLAPPING WRITERS with " + other);
    return new SimRefusal(other + " is writing to this switch at the same time");
  }

  private void requireNotDeposed(SimDialogue dialogue) {
    if (deposed.contains(dialogue)) {
      throw overlap(dialogue, "fence=" + newestFence);
    }
  }

  private void requireWriter(SimDialogue dialogue) {
    requireNotDeposed(dialogue);
    if (writer.filter(one -> one == dialogue).isEmpty()) {
      throw new SimRefusal("not in configuration mode");
    }
  }

  private void requirePort(PortName port) {
    if (!running.ports().containsKey(port)) {
      throw new SimRefusal("there is no port " + port);
    }
    if (knobs.refuses(port)) {
      throw new SimRefusal("port " + port + " does not take commands");
    }
  }

  private SimConfiguration load(Collection<PortName> ports) {
    SimConfiguration fresh = new SimConfiguration(ports);
    if (!Files.exists(startupFile)) {
      return fresh;
    }
    try {
      SimConfiguration saved = SimConfiguration.parse(Files.readAllLines(startupFile));
      ports.forEach(port -> saved.ports().putIfAbsent(port, SimPort.UNTOUCHED));
      return saved;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
