package org.haas.driver.sim;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.haas.spi.Label;
import org.haas.spi.VmId;

/** One login on a simulated hypervisor, its end. */
final class SimHostDialogue {
  private static final Duration IDLE = Duration.ofDays(1);
  private static final Set<String> READING = Set.of("capacity", "images", "found", "state", "read");
  private static final int LONGEST_ENTRY = 200;

  private final SimHost host;
  private final Label owner;
  private final LineConnection connection;
  private final String who;

  SimHostDialogue(SimHost host, Label owner, LineConnection connection, long number) {
    this.host = host;
    this.owner = owner;
    this.connection = connection;
    this.who = "session=" + number;
  }

  /** Whether the peer is in; if not, there is nothing more to say. */
  boolean admit() throws IOException {
    if (host.knobs().dead()) {
      return false;
    }
    SimPace.await(connection, host.knobs().delay(), host.knobs()::hanging);
    if (host.knobs().refusesLogin()) {
      connection.send("error wrong user or secret\n");
      return false;
    }
    host.note(who + " login " + owner);
    return true;
  }

  /** The machine of a console or a screen, if it runs; else the peer is told why not. */
  Optional<SimVm> running(String id) throws IOException {
    try {
      SimVm vm = host.vm(VmId.parse(id), owner);
      if (vm.isActive()) {
        return Optional.of(vm);
      }
      connection.send("error the virtual machine does not run\n");
    } catch (SimRefusal | IllegalArgumentException refused) {
      connection.send("error " + refused.getMessage() + "\n");
    }
    return Optional.empty();
  }

  void serve() throws IOException {
    connection.send("ok\n");
    while (true) {
      String line = connection.receive(System.nanoTime() + IDLE.toNanos());
      String[] words = line.split(" ");
      SimPace.await(connection, host.knobs().delay(), () -> host.knobs().hangsAt(words[0]));
      if (host.knobs().dead()) {
        return;
      }
      host.note(who + " " + line.substring(0, Math.min(line.length(), LONGEST_ENTRY)));
      String answer = SimAnswer.to(() -> run(words));
      if (host.knobs().takeCut(words[0])) {
        return;
      }
      connection.send(answer);
    }
  }

  private Collection<String> run(String[] words) {
    if (host.knobs().refuses(words[0])) {
      throw new SimRefusal("it was told to refuse " + words[0]);
    }
    synchronized (host) {
      Collection<String> answer = answer(List.of(words));
      if (!READING.contains(words[0])) {
        host.save();
      }
      return answer;
    }
  }

  private Collection<String> answer(List<String> words) {
    return switch (words.get(0) + " " + words.size()) {
      case "capacity 1" -> host.capacity();
      case "images 1" ->
          host.images().entrySet().stream().map(i -> i.getKey() + " " + i.getValue()).toList();
      case "found 1" -> host.found(owner);
      default -> {
        if (words.size() < 2) {
          throw new SimRefusal("unknown command");
        }
        yield of(host.vm(VmId.parse(words.get(1)), owner), words);
      }
    };
  }

  private Collection<String> of(SimVm vm, List<String> words) {
    String last = words.get(words.size() - 1);
    switch (words.get(0) + " " + words.size()) {
      case "state 2" -> {
        return List.of(vm.state().name().toLowerCase(Locale.ROOT));
      }
      case "read 2" -> {
        return vm.machine().map(SimVmText::text).stream().toList();
      }
      case "disk 4" -> makeDisk(vm, words.get(2), Long.parseLong(last));
      case "seed 3" -> vm.writeSeed(last);
      case "define 6" -> vm.define(SimVmText.vm(vm.id, words.subList(2, 6)));
      case "plug 3" -> vm.plug(SimVmText.nic(last));
      case "remove 3" -> vm.remove(last);
      case "start 2" -> host.start(vm);
      case "shutdown 2" -> host.shutDown(vm);
      case "stop 2" -> host.stop(vm);
      case "delete 2" -> host.delete(vm);
      default -> throw new SimRefusal("unknown command");
    }
    return List.of();
  }

  private void makeDisk(SimVm vm, String image, long size) {
    Long least = host.images().get(image);
    if (least == null) {
      throw new SimRefusal("there is no base image " + image);
    }
    vm.makeDisk(image, Math.max(size, least));
  }
}
