package org.haas.driver.sim;

import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.haas.spi.Label;

/** The server's end of {@link SimBmcAdmin}: {@code bmc COMMAND NAME [ARGUMENT]}. */
final class SimBmcAdministration {
  private final Map<Label, SimMachine> machines;

  SimBmcAdministration(Map<Label, SimMachine> machines) {
    this.machines = machines;
  }

  Collection<String> run(String[] words) {
    if (words.length == 2 && words[1].equals("names")) {
      return machines.keySet().stream().map(Label::value).toList();
    }
    if (words.length < 3 || words.length > 4) {
      throw new SimRefusal("a command for a controller has three or four words");
    }
    SimMachine machine = machines.get(new Label(words[2]));
    if (machine == null) {
      throw new SimRefusal("there is no controller " + words[2] + " here");
    }
    return run(machine, words[1], words.length == 4 ? words[3] : "");
  }

  private static Collection<String> run(SimMachine machine, String command, String argument) {
    return switch (command) {
      case "log" -> machine.log();
      case "counters" -> machine.counters();
      case "boot" -> List.of(machine.boot());
      case "keys" -> List.of(Base64.getEncoder().encodeToString(machine.serial().keys()));
      default -> {
        act(machine, command, argument);
        yield List.of();
      }
    };
  }

  private static void act(SimMachine machine, String command, String argument) {
    switch (command) {
      case "reset" -> {
        machine.knobs().reset();
        machine.stream(0);
      }
      case "stream" -> machine.stream(Long.parseLong(argument));
      case "print" -> machine.serial().print(Base64.getDecoder().decode(argument));
      case "drop" -> machine.serial().drop();
      default -> turn(machine, command, argument);
    }
  }

  /** Who hung, or was dead, does not come back with the connections of before. */
  private static void turn(SimMachine machine, String knob, String argument) {
    machine.knobs().turn(knob, argument);
    boolean ends = knob.equals("dead") || (knob.equals("hang") && !machine.knobs().hanging());
    if (ends) {
      machine.serial().drop();
    }
  }
}
