package org.haas.driver.sim;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.haas.spi.Label;
import org.haas.spi.PortName;

/**
 * The server's end of {@link SimSwitchAdmin}: {@code COMMAND SWITCH [ARGUMENT]}; what begins with
 * {@code bmc} is {@link SimBmcAdministration}'s, with {@code host} {@link SimHostAdministration}'s.
 */
final class SimAdministration {
  private static final Duration IDLE = Duration.ofDays(1);

  private final Map<Label, SimDevice> devices;
  private final SimBmcs bmcs;
  private final SimHosts hosts;
  private final LineConnection connection;

  SimAdministration(
      Map<Label, SimDevice> devices, SimBmcs bmcs, SimHosts hosts, LineConnection connection) {
    this.devices = devices;
    this.bmcs = bmcs;
    this.hosts = hosts;
    this.connection = connection;
  }

  void serve() throws IOException {
    connection.send("ok\n");
    while (true) {
      String line = connection.receive(System.nanoTime() + IDLE.toNanos());
      connection.send(SimAnswer.to(() -> run(line.split(" "))));
    }
  }

  private Collection<String> run(String[] words) {
    if (words.length == 1 && words[0].equals("switches")) {
      return devices.keySet().stream().map(Label::value).toList();
    }
    if (words[0].equals("bmc")) {
      return bmcs.administer(words);
    }
    if (words[0].equals("host")) {
      return hosts.administer(words);
    }
    if (words.length < 2 || words.length > 3) {
      throw new SimRefusal("a command has two or three words");
    }
    SimDevice device = devices.get(new Label(words[1]));
    if (device == null) {
      throw new SimRefusal("there is no switch " + words[1] + " here");
    }
    return run(device, words[0], words.length == 3 ? words[2] : "");
  }

  private static Collection<String> run(SimDevice device, String command, String argument) {
    return switch (command) {
      case "running" -> device.running();
      case "startup" -> device.startup();
      case "log" -> device.log();
      case "counters" -> device.counters();
      default -> {
        turn(device, command, argument);
        yield List.of();
      }
    };
  }

  private static void turn(SimDevice device, String command, String argument) {
    SimKnobs knobs = device.knobs();
    switch (command) {
      case "delay" -> knobs.delay(Duration.ofMillis(Long.parseLong(argument)));
      case "refuse" -> knobs.refuse(new PortName(argument));
      case "garbage" -> knobs.garbage(argument.equals("on"));
      case "hang" -> knobs.hang(argument.equals("on"));
      case "cut" -> knobs.cutAfter(Long.parseLong(argument));
      case "reset" -> knobs.reset();
      case "drop" -> device.drop();
      case "power-cycle" -> device.powerCycle();
      default -> throw new SimRefusal("unknown command");
    }
  }
}
