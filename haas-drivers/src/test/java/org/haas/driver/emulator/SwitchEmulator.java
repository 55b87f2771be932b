package org.haas.driver.emulator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.haas.spi.PortConfig;
import org.haas.spi.PortName;

/**
 * A switch that has no hardware: running and startup configuration, and sessions in the words of
 * its {@link SystemTable}, full ones only. A VLAN that was not created or is not active carries
 * nothing.
 */
public final class SwitchEmulator {
  private final SystemTable table;
  private final ShellKnobs knobs = new ShellKnobs();
  private final Map<String, SwitchConfiguration> candidates = new HashMap<>();
  private SwitchConfiguration running;
  private SwitchConfiguration startup;
  private String gossip = "";
  private int sessions;
  private long lines;

  /** A switch of that type whose ports nobody has configured. */
  public SwitchEmulator(String type, List<PortName> names) {
    this.table = SystemTable.of(type);
    this.running = new SwitchConfiguration(table, names.stream().map(PortName::value).toList());
    this.startup = running.copy();
  }

  /** A switch of that type with 24 ports. */
  public SwitchEmulator(String type) {
    this(type, ports(SystemTable.of(type)));
  }

  private static List<PortName> ports(SystemTable table) {
    return IntStream.rangeClosed(1, 24)
        .mapToObj(number -> new PortName(table.setting("ports").formatted(number)))
        .toList();
  }

  /** What can be wrong. */
  public ShellKnobs knobs() {
    return knobs;
  }

  /** Its ports. */
  public synchronized List<PortName> ports() {
    return running.ports().keySet().stream().map(PortName::new).toList();
  }

  /** A new session; it is one too many when there are as many as there may be. */
  public synchronized EmulatedShell shell() {
    sessions++;
    return new SwitchShell(this, sessions <= knobs.sessions());
  }

  /** A session of one who has logged in. */
  public synchronized EmulatedShell privilegedShell() {
    sessions++;
    SwitchShell shell = new SwitchShell(this, true);
    shell.skipTo(table.setting("privileged"));
    return shell;
  }

  synchronized void left() {
    sessions--;
  }

  /** What frames pass at each port. */
  public synchronized Map<PortName, PortConfig> carried() {
    Map<PortName, PortConfig> carried = new LinkedHashMap<>();
    Carriage carriage = new Carriage(table, running);
    running.ports().keySet().forEach(name -> carried.put(new PortName(name), carriage.of(name)));
    return carried;
  }

  /**
   * What is not as it should be between ports that HaaS has written, though no frame shows it: a
   * native VLAN that is allowed nowhere but exists, or that two open ports have.
   */
  public synchronized List<String> faults() {
    List<String> faults = new ArrayList<>();
    Carriage carriage = new Carriage(table, running);
    Map<Integer, String> owners = new TreeMap<>();
    for (String name : running.ports().keySet()) {
      carriage
          .dropped(name)
          .ifPresent(
              id -> {
                if (running.vlans().containsKey(id)) {
                  faults.add("%s drops VLAN %d, which exists".formatted(name, id));
                }
                String other = owners.put(id, name);
                if (other != null) {
                  faults.add("%s and %s share VLAN %d".formatted(other, name, id));
                }
              });
    }
    return faults;
  }

  /** It overheard something, and tells it whenever it does not understand. */
  public synchronized void hear(String text) {
    gossip = "Invalid after " + text + ": ";
  }

  synchronized String gossip() {
    return gossip;
  }

  /** From now on the port takes no command; with {@code false} it does again. */
  public void refuse(PortName port, boolean on) {
    knobs.refuse(port, on);
  }

  /** Takes power away and gives it back. */
  public synchronized void powerCycle() {
    running = startup.copy();
    candidates.clear();
  }

  /** Keeps what is configured now; running the result brings it back. */
  public synchronized Runnable remember() {
    SwitchConfiguration now = running.copy();
    return () -> bringBack(now);
  }

  private synchronized void bringBack(SwitchConfiguration old) {
    running = old.copy();
    candidates.clear();
  }

  /** Lines that somebody else types in configuration mode, such as {@code interface ...} first. */
  public synchronized void configure(String... configuration) {
    SystemSession session = new SystemSession(this);
    session.skipTo(table.setting("privileged"));
    session.run(table.setting("configure"));
    for (String line : configuration) {
      session.run(line);
    }
  }

  /** Configures a port behind everybody's back, in any way. */
  public synchronized void disturb(PortName port, Random random) {
    List<String> all = table.rows("disturbs");
    for (int i = 0; i < 7; i++) {
      String chosen = all.get(random.nextInt(all.size())).replace("{port}", port.value());
      List<Integer> ids = random.ints(3, 100, 108).boxed().toList();
      String line =
          chosen
              .replace("{ids}", VlanList.text(new TreeSet<>(ids)))
              .replace("{id}", ids.get(0).toString());
      try {
        configure(line.split(" ; "));
      } catch (Refusal notNow) {
        // Such as a list of VLANs for the port of a router.
      }
    }
  }

  /** How many lines sessions were sent. */
  public synchronized long linesHeard() {
    return lines;
  }

  synchronized void heard() {
    lines++;
  }

  /** Which VLANs there are. */
  public synchronized NavigableSet<Integer> vlans() {
    return new TreeSet<>(running.vlans().keySet());
  }

  /** How it was described. */
  public SystemTable table() {
    return table;
  }

  /** What a line changes: the running configuration, or the candidate with that name. */
  SwitchConfiguration target(String candidate) {
    return candidate.isEmpty()
        ? running
        : candidates.computeIfAbsent(candidate, name -> running.copy());
  }

  void drop(String candidate) {
    candidates.remove(candidate);
  }

  /** The whole candidate replaces what runs, also what others changed meanwhile. */
  void commit(String candidate) {
    running = target(candidate);
    candidates.remove(candidate);
  }

  void save() {
    startup = running.copy();
  }
}
