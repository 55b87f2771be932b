package org.haas.driver.sim;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.haas.spi.BootDevice;
import org.haas.spi.PowerCommand;

/** One login on a simulated controller, the controller's end. */
final class SimBmcDialogue {
  private static final Duration IDLE = Duration.ofDays(1);

  private final SimMachine machine;
  private final LineConnection connection;
  private final String who;

  SimBmcDialogue(SimMachine machine, LineConnection connection, long number) {
    this.machine = machine;
    this.connection = connection;
    this.who = "session=" + number;
  }

  /**
   * Answers the greeting; that of a console only when it is refused.
   *
   * @return whether the peer is in; if not, there is nothing more to say
   */
  boolean admit(boolean console) throws IOException {
    if (machine.knobs().dead()) {
      return false;
    }
    SimPace.await(connection, machine.knobs().delay(), machine.knobs()::hanging);
    if (machine.knobs().refusesLogin()) {
      connection.send("error wrong user or secret\n");
      return false;
    }
    if (console && machine.knobs().refusesConsole()) {
      connection.send("error there is no serial console here\n");
      return false;
    }
    machine.entered(console ? who + " console" : who);
    if (!console) {
      connection.send("ok\n");
    }
    return true;
  }

  void serve() throws IOException {
    try {
      while (true) {
        String line = connection.receive(System.nanoTime() + IDLE.toNanos());
        SimPace.await(connection, machine.knobs().delay(), machine.knobs()::hanging);
        if (machine.knobs().dead()) {
          return;
        }
        machine.heard(who, line);
        connection.send(SimAnswer.to(() -> run(line.split(" "))));
      }
    } finally {
      machine.note(who + " gone");
    }
  }

  private Collection<String> run(String[] words) {
    String line = String.join(" ", words);
    if (line.equals("power")) {
      return List.of(machine.on() ? "on" : "off");
    }
    if (words.length == 2 && words[0].equals("command")) {
      machine.command(PowerCommand.valueOf(words[1].toUpperCase(Locale.ROOT)));
      return List.of();
    }
    if (words.length == 3 && words[0].equals("boot")) {
      machine.bootFrom(
          BootDevice.valueOf(words[1].toUpperCase(Locale.ROOT)), words[2].equals("once"));
      return List.of();
    }
    throw new SimRefusal("unknown command");
  }
}
