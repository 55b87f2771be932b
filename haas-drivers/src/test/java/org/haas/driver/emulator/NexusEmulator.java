package org.haas.driver.emulator;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.haas.spi.PortConfig;
import org.haas.spi.PortName;

/**
 * A Cisco Nexus that has no hardware: running and startup configuration, and sessions with NX-OS's
 * words, full ones only. As strict as the system: the default list of a trunk is all VLANs, a VLAN
 * that was not created or is not active carries nothing, ids from 3968 are refused.
 */
public final class NexusEmulator {
  private static final int FIRST_RESERVED = 3968;

  private final ShellKnobs knobs = new ShellKnobs();
  private final Set<PortName> refusing = new HashSet<>();
  private Map<String, NexusPort> ports = new LinkedHashMap<>();
  private Map<Integer, Boolean> vlans = new TreeMap<>(Map.of(1, true));
  private Map<String, NexusPort> startupPorts;
  private Map<Integer, Boolean> startupVlans;
  private String gossip = "";
  private int sessions;
  private long lines;

  /** A switch whose ports nobody has configured. */
  public NexusEmulator(List<PortName> names) {
    names.forEach(name -> ports.put(name.value(), NexusPort.FACTORY));
    startupPorts = new LinkedHashMap<>(ports);
    startupVlans = new TreeMap<>(vlans);
  }

  /** What can be wrong. */
  public ShellKnobs knobs() {
    return knobs;
  }

  /** A new session; it is one too many when there are as many as there may be. */
  public synchronized EmulatedShell shell() {
    sessions++;
    return new NexusShell(this, sessions <= knobs.sessions());
  }

  synchronized void left() {
    sessions--;
  }

  /** What frames pass at each port. */
  public synchronized Map<PortName, PortConfig> carried() {
    Map<PortName, PortConfig> carried = new LinkedHashMap<>();
    ports.forEach((name, port) -> carried.put(new PortName(name), port.carried(active())));
    return carried;
  }

  /**
   * What is not as it should be between ports that HaaS has written, though no frame shows it: a
   * native VLAN that is allowed nowhere but exists, or that two open ports have.
   */
  public synchronized List<String> faults() {
    List<String> faults = new ArrayList<>();
    Map<Integer, String> owners = new TreeMap<>();
    ports.forEach(
        (name, port) -> {
          if (!port.trunk() || port.shut() || port.allowed().contains(port.nativeVlan())) {
            return;
          }
          if (vlans.containsKey(port.nativeVlan())) {
            faults.add("%s drops VLAN %d, which exists".formatted(name, port.nativeVlan()));
          }
          String other = owners.put(port.nativeVlan(), name);
          if (other != null) {
            faults.add("%s and %s share VLAN %d".formatted(other, name, port.nativeVlan()));
          }
        });
    return faults;
  }

  /** It overheard something, and tells it whenever a port is not there. */
  public synchronized void hear(String text) {
    gossip = "Invalid after " + text + ": ";
  }

  /** From now on the port takes no command; with {@code false} it does again. */
  public synchronized void refuse(PortName port, boolean on) {
    if (on) {
      refusing.add(port);
    } else {
      refusing.remove(port);
    }
  }

  /** Takes power away and gives it back. */
  public synchronized void powerCycle() {
    bringBack(startupPorts, startupVlans);
  }

  /** Keeps what is configured now; running the result brings it back. */
  public synchronized Runnable remember() {
    Map<String, NexusPort> portsNow = new LinkedHashMap<>(ports);
    Map<Integer, Boolean> vlansNow = new TreeMap<>(vlans);
    return () -> bringBack(portsNow, vlansNow);
  }

  private synchronized void bringBack(Map<String, NexusPort> old, Map<Integer, Boolean> oldVlans) {
    ports = new LinkedHashMap<>(old);
    vlans = new TreeMap<>(oldVlans);
  }

  /** Lines of a configuration that somebody else makes: {@code interface Ethernet1/1} first. */
  public synchronized void configure(String... configuration) {
    NexusModes modes = new NexusModes(this);
    modes.run("configure terminal");
    for (String line : configuration) {
      modes.run(line);
    }
  }

  /** Configures a port behind everybody's back, in any way. */
  public synchronized void disturb(PortName port, Random random) {
    List<String> list = new ArrayList<>();
    random.ints(3, 100, 108).forEach(id -> list.add("" + id));
    List<String> all =
        List.of(
            "no switchport",
            "switchport",
            "switchport mode access",
            "switchport mode trunk",
            "switchport access vlan " + list.get(0),
            "switchport trunk native vlan " + list.get(1),
            "switchport trunk native vlan 3801",
            "no switchport trunk native vlan",
            "no switchport trunk allowed vlan",
            "switchport trunk allowed vlan none",
            "switchport trunk allowed vlan " + String.join(",", list),
            "shutdown",
            "no shutdown");
    configure("vlan " + list.get(2), random.nextBoolean() ? "state active" : "state suspend");
    for (int i = 0; i < 6; i++) {
      try {
        configure("interface " + port, all.get(random.nextInt(all.size())));
      } catch (NexusRefusal notNow) {
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
    return new TreeSet<>(vlans.keySet());
  }

  private Set<Integer> active() {
    return vlans.entrySet().stream()
        .filter(Map.Entry::getValue)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  void createVlans(Set<Integer> ids) {
    requireNotReserved(ids);
    ids.forEach(id -> vlans.putIfAbsent(id, true));
  }

  void activate(Set<Integer> ids, boolean active) {
    ids.forEach(id -> vlans.put(id, active));
  }

  void deleteVlans(Set<Integer> ids) {
    requireNotReserved(ids);
    if (ids.contains(1)) {
      throw new NexusRefusal("ERROR: VLAN 1 is a default VLAN and cannot be deleted");
    }
    vlans.keySet().removeAll(ids);
  }

  static void requireNotReserved(Set<Integer> ids) {
    if (ids.stream().anyMatch(id -> id >= FIRST_RESERVED)) {
      throw new NexusRefusal("ERROR: some of the VLANs are reserved for internal use");
    }
  }

  void requirePort(String name) {
    if (!ports.containsKey(name)) {
      throw NexusText.notUnderstood(gossip + "Invalid interface format");
    }
  }

  void change(String name, UnaryOperator<NexusPort> change) {
    if (refusing.contains(new PortName(name))) {
      throw new NexusRefusal("ERROR: " + name + ": requested config change not allowed");
    }
    ports.put(name, change.apply(ports.get(name)));
  }

  NexusPort port(String name) {
    return ports.get(name);
  }

  void save() {
    startupPorts = new LinkedHashMap<>(ports);
    startupVlans = new TreeMap<>(vlans);
  }

  String vlanTable() {
    StringBuilder table =
        new StringBuilder("\nVLAN Name                             Status    Ports\n")
            .append("---- -------------------------------- --------- ----------------------\n");
    vlans.forEach(
        (id, active) -> {
          String name = id == 1 ? "default" : "VLAN%04d".formatted(id);
          table.append("%-4d %-32s %s".formatted(id, name, active ? "active" : "suspended"));
          table.append(
              id == 1 ? "    Eth1/1, Eth1/2, Eth1/3\n" + " ".repeat(48) + "Eth1/4\n" : "\n");
        });
    return table.toString();
  }

  String natives() {
    return ports.values().stream()
        .filter(port -> port.nativeVlan() != 1)
        .map(port -> "  switchport trunk native vlan " + port.nativeVlan() + "\n")
        .collect(Collectors.joining());
  }
}
