package org.haas.driver.sim;

import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.haas.spi.Label;

/** The simulated hypervisors of a server. A login or a screen has a thread while it lasts. */
final class SimHosts implements Closeable {
  private static final int BUFFER_BYTES = 4096;

  private final Map<Label, SimHost> hosts = new TreeMap<>();
  private final SimConsoles consoles;
  private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();
  private final AtomicLong sessions = new AtomicLong();

  SimHosts(SimOptions options, SimConsoles consoles) throws IOException {
    this.consoles = consoles;
    for (Label name : options.hypervisors()) {
      hosts.put(name, new SimHost(name, options, later));
    }
    if (!hosts.isEmpty()) {
      var unused = later.scheduleAtFixedRate(this::heartbeat, 1, 1, TimeUnit.SECONDS);
    }
  }

  private void heartbeat() {
    hosts.values().forEach(SimHost::heartbeat);
  }

  Collection<String> administer(String[] words) {
    return new SimHostAdministration(hosts).run(words);
  }

  /**
   * Serves one connection that has logged in.
   *
   * @param greeting {@code host NAME OWNER ...}, {@code vm-console NAME OWNER ID ...} or {@code
   *     vm-screen NAME OWNER ID ...}
   * @return whether the connection lives on, as a console
   */
  boolean serve(LineConnection connection, String[] greeting) throws IOException {
    SimHost host = hosts.get(new Label(greeting[1]));
    if (host == null) {
      connection.send("error there is no hypervisor " + greeting[1] + " here\n");
      return false;
    }
    SimHostDialogue dialogue =
        new SimHostDialogue(host, new Label(greeting[2]), connection, sessions.incrementAndGet());
    if (!dialogue.admit()) {
      return false;
    }
    if (greeting[0].equals("host")) {
      dialogue.serve();
      return false;
    }
    Optional<SimVm> vm = dialogue.running(greeting[3]);
    if (vm.isEmpty()) {
      return false;
    }
    if (greeting[0].equals("vm-console")) {
      consoles.add(connection.release().getChannel(), vm.get());
      return true;
    }
    show(connection);
    return false;
  }

  /** A screen greets as VNC does, and then says what it hears. */
  private static void show(LineConnection connection) throws IOException {
    connection.send("ok\nRFB 003.008\n");
    byte[] buffer = new byte[BUFFER_BYTES];
    while (true) {
      int length = connection.receive(buffer, System.nanoTime() + TimeUnit.DAYS.toNanos(1));
      connection.sendBytes(Arrays.copyOf(buffer, length));
    }
  }

  @Override
  public void close() {
    later.shutdownNow();
    hosts.values().forEach(SimHost::drop);
  }
}
