package org.haas.it.proof;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.haas.driver.emulator.EmulatedCommand;
import org.haas.driver.emulator.JunosEmulator;
import org.haas.driver.emulator.OvsEmulator;
import org.haas.driver.emulator.ShellKnobs;
import org.haas.driver.emulator.SshEmulator;
import org.haas.driver.emulator.SwitchEmulator;
import org.haas.spi.PortConfig;
import org.haas.spi.PortName;

/**
 * A switch of a real system, emulated in this process behind an SSH server, and what can be wrong
 * with it.
 */
final class Emulated implements AutoCloseable {
  private static final String USER = "haas";
  private static final String PASSWORD = "open sesame";
  private static final String BRIDGE = "br0";

  private final String type;
  private final List<PortName> ports;
  private final SshEmulator ssh;
  private final Trouble trouble;
  private final Supplier<Map<PortName, PortConfig>> carried;

  private Emulated(
      String type,
      List<PortName> ports,
      SshEmulator ssh,
      Trouble trouble,
      Supplier<Map<PortName, PortConfig>> carried) {
    this.type = type;
    this.ports = ports;
    this.ssh = ssh;
    this.trouble = trouble;
    this.carried = carried;
  }

  /** What can be wrong with any of them. */
  interface Trouble {
    /** No more answers. */
    void hang();

    /** It obeys, but shows nonsense. */
    void garbage();

    /** After so much more was shown, the session ends in the middle of an answer; once. */
    void cutAfter(int characters);

    /** The port takes no command. */
    void refuse(PortName port);

    /** The port takes commands and stays as it is, so that it is read as what it shall not be. */
    void forget(PortName port);

    /** Nothing is wrong any more. */
    void heal();
  }

  /** One after the other: a command line, NETCONF, a configuration session, single commands. */
  static List<Emulated> ofEachKind(int ports) {
    return List.of(
        shell("nexus", names("Ethernet1/%d", 1, ports)),
        junos(names("ge-0/0/%d", 0, ports)),
        shell("eos", names("Ethernet%d", 1, ports)),
        ovs(names("p%d", 1, ports)));
  }

  private static List<PortName> names(String form, int first, int count) {
    return IntStream.range(first, first + count)
        .mapToObj(number -> new PortName(form.formatted(number)))
        .toList();
  }

  private static Emulated shell(String type, List<PortName> ports) {
    SwitchEmulator device = new SwitchEmulator(type, ports);
    return new Emulated(
        type,
        ports,
        new SshEmulator(USER, PASSWORD, device::shell),
        new Knobs(device.knobs()),
        device::carried);
  }

  private static Emulated junos(List<PortName> ports) {
    JunosEmulator device = new JunosEmulator(ports);
    return new Emulated(
        "junos",
        ports,
        new SshEmulator(USER, PASSWORD, "netconf", device::netconf),
        new Knobs(device.knobs()),
        device::carried);
  }

  private static Emulated ovs(List<PortName> ports) {
    OvsEmulator device = new OvsEmulator(BRIDGE, ports);
    Account account = new Account(device);
    SshEmulator ssh = new SshEmulator(USER, PASSWORD, false, account::run);
    account.ssh = Optional.of(ssh);
    return new Emulated("ovs", ports, ssh, account, device::carried);
  }

  List<PortName> ports() {
    return ports;
  }

  Trouble trouble() {
    return trouble;
  }

  /** What frames really pass. */
  Map<PortName, PortConfig> carried() {
    return carried.get();
  }

  /** How it is registered, but for its ports. */
  JsonObjectBuilder document(String name) {
    JsonObjectBuilder document =
        Json.createObjectBuilder()
            .add("name", name)
            .add("type", type)
            .add("host", "127.0.0.1")
            .add("port", ssh.port())
            .add("username", USER)
            .add("password", PASSWORD)
            .add("hostKey", ssh.hostKey());
    return type.equals("ovs")
        ? document.add("settings", Json.createObjectBuilder().add("bridge", BRIDGE))
        : document;
  }

  @Override
  public void close() {
    ssh.close();
  }

  @Override
  public String toString() {
    return type;
  }

  private record Knobs(ShellKnobs knobs) implements Trouble {
    @Override
    public void hang() {
      knobs.hang(true);
    }

    @Override
    public void garbage() {
      knobs.garbage(true);
    }

    @Override
    public void cutAfter(int characters) {
      knobs.cutAfter(characters);
    }

    @Override
    public void refuse(PortName port) {
      knobs.refuse(port, true);
    }

    @Override
    public void forget(PortName port) {
      knobs.forget(port, true);
    }

    @Override
    public void heal() {
      knobs.heal();
    }
  }

  /** An account with single commands, each of which happens as a whole or not at all. */
  private static final class Account implements Trouble {
    private static final int CHARACTERS_OF_AN_ANSWER = 100;

    private final OvsEmulator device;
    private final Map<PortName, String> sick = new ConcurrentHashMap<>();
    private volatile boolean babbling;
    private volatile int answersLeft = Integer.MAX_VALUE;
    private volatile Optional<SshEmulator> ssh = Optional.empty();

    Account(OvsEmulator device) {
      this.device = device;
    }

    private synchronized EmulatedCommand run(String line) {
      for (Map.Entry<PortName, String> one : sick.entrySet()) {
        if (line.contains("set port %s ".formatted(one.getKey()))) {
          return one.getValue().isEmpty()
              ? EmulatedCommand.done("")
              : EmulatedCommand.refused(1, "ovs-vsctl: " + one.getValue());
        }
      }
      EmulatedCommand result = device.run(line);
      if (--answersLeft == 0) {
        answersLeft = Integer.MAX_VALUE;
        return EmulatedCommand.refused(255, "Killed");
      }
      return babbling ? EmulatedCommand.done("7f3a!?\n") : result;
    }

    @Override
    public void hang() {
      ssh.orElseThrow().hang(true);
    }

    @Override
    public void garbage() {
      babbling = true;
    }

    @Override
    public synchronized void cutAfter(int characters) {
      answersLeft = 1 + characters / CHARACTERS_OF_AN_ANSWER;
    }

    @Override
    public void refuse(PortName port) {
      sick.put(port, "constraint violation at " + port);
    }

    @Override
    public void forget(PortName port) {
      sick.put(port, "");
    }

    @Override
    public synchronized void heal() {
      ssh.orElseThrow().hang(false);
      babbling = false;
      answersLeft = Integer.MAX_VALUE;
      sick.clear();
    }
  }
}
