package org.haas.driver.sim;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.haas.spi.Label;

/**
 * The simulated controllers of a server. Two threads serve all their machines and consoles; a
 * session for commands has one of the server's while it lasts.
 */
final class SimBmcs implements Closeable {
  private static final int TICK_MILLIS = 50;
  private static final int TICKS_A_HEARTBEAT = 1000 / TICK_MILLIS;

  private final Map<Label, SimMachine> machines = new TreeMap<>();
  private final SimConsoles consoles = new SimConsoles();
  private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();
  private final AtomicLong sessions = new AtomicLong();
  private long ticks;

  SimBmcs(SimOptions options) throws IOException {
    for (Label name : options.bmcs()) {
      machines.put(name, new SimMachine(name, options.state(), later));
    }
    if (!machines.isEmpty()) {
      var unused =
          later.scheduleAtFixedRate(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  SimConsoles consoles() {
    return consoles;
  }

  /** Serves the consoles until it is closed, on the thread that calls. */
  void serveConsoles() {
    consoles.serve();
  }

  Collection<String> administer(String[] words) {
    return new SimBmcAdministration(machines).run(words);
  }

  /**
   * Serves one connection that has logged in.
   *
   * @param greeting {@code bmc NAME ...} or {@code console NAME ...}
   * @return whether the connection lives on, as a console
   */
  boolean serve(LineConnection connection, String[] greeting) throws IOException {
    SimMachine machine = machines.get(new Label(greeting[1]));
    if (machine == null) {
      connection.send("error there is no controller " + greeting[1] + " here\n");
      return false;
    }
    boolean console = greeting[0].equals("console");
    SimBmcDialogue dialogue = new SimBmcDialogue(machine, connection, sessions.incrementAndGet());
    if (!dialogue.admit(console)) {
      return false;
    }
    if (console) {
      SocketChannel channel = connection.release().getChannel();
      consoles.add(channel, machine);
      return true;
    }
    dialogue.serve();
    return false;
  }

  private void tick() {
    boolean heartbeat = ++ticks % TICKS_A_HEARTBEAT == 0;
    for (SimMachine machine : machines.values()) {
      machine.tick();
      if (heartbeat) {
        machine.serial().heartbeat();
      }
    }
  }

  @Override
  public void close() {
    later.shutdownNow();
    consoles.close();
    machines.values().forEach(machine -> machine.serial().drop());
  }
}
