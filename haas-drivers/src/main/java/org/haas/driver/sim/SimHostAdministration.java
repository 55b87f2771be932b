package org.haas.driver.sim;

import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.haas.spi.Label;
import org.haas.spi.VmId;

/** The server's end of {@link SimHostAdmin}: {@code host COMMAND NAME [ARGUMENT [TEXT]]}. */
final class SimHostAdministration {
  private final Map<Label, SimHost> hosts;

  SimHostAdministration(Map<Label, SimHost> hosts) {
    this.hosts = hosts;
  }

  Collection<String> run(String[] words) {
    if (words.length == 2 && words[1].equals("names")) {
      return hosts.keySet().stream().map(Label::value).toList();
    }
    if (words.length < 3 || words.length > 5) {
      throw new SimRefusal("a command for a hypervisor has three to five words");
    }
    SimHost host = hosts.get(new Label(words[2]));
    if (host == null) {
      throw new SimRefusal("there is no hypervisor " + words[2] + " here");
    }
    String argument = words.length > 3 ? words[3] : "";
    return run(host, words[1], argument, words.length > 4 ? words[4] : "");
  }

  private static Collection<String> run(
      SimHost host, String command, String argument, String text) {
    return switch (command) {
      case "log" -> host.log();
      case "vms" -> host.all();
      case "starts" -> List.of(Long.toString(host.starts()));
      case "nics" -> List.of(SimVmText.nics(vm(host, argument).required().nics()));
      case "seed" -> List.of(encoded(vm(host, argument).seed()));
      case "keys" -> List.of(encoded(vm(host, argument).serial().keys()));
      default -> {
        act(host, command, argument, text);
        yield List.of();
      }
    };
  }

  private static void act(SimHost host, String command, String argument, String text) {
    switch (command) {
      case "reset" -> host.knobs().reset();
      case "memory" -> host.memory(Long.parseLong(argument));
      case "print" -> vm(host, argument).serial().print(Base64.getDecoder().decode(text));
      case "pause" -> vm(host, argument).pause();
      default -> turn(host, command, argument);
    }
  }

  /** Who hung, or was dead, does not come back with the consoles of before. */
  private static void turn(SimHost host, String knob, String argument) {
    host.knobs().turn(knob, argument);
    if (knob.equals("dead") || (knob.equals("hang") && !host.knobs().hanging())) {
      host.drop();
    }
  }

  private static SimVm vm(SimHost host, String id) {
    return host.any(VmId.parse(id));
  }

  private static String encoded(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
