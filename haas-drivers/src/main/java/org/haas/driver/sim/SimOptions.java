package org.haas.driver.sim;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.haas.spi.Label;
import org.haas.spi.PortName;

/**
 * How a {@link SimSwitchServer} is started.
 *
 * @param port TCP port on 127.0.0.1; 0 takes a free one
 * @param state the folder of startup configurations and logs; made when missing. The port in use is
 *     written to its file {@code port}
 * @param switches their names
 * @param bmcs the names of the simulated controllers
 * @param hypervisors the names of the simulated hypervisors
 * @param images the names of the base images that each of them has; none: {@code tiny} of 64 MiB
 *     and {@code big} of 8 GiB
 * @param portsPerSwitch the ports are {@code gi1/0/1} and on
 * @param login {@code user:secret} that a login must show; empty lets everybody in
 */
public record SimOptions(
    int port,
    Path state,
    List<Label> switches,
    List<Label> bmcs,
    List<Label> hypervisors,
    List<Label> images,
    int portsPerSwitch,
    Optional<String> login) {
  private static final String USAGE =
      "usage: SimSwitchServer --state DIR [--switch NAME]... [--bmc NAME]..."
          + " [--hypervisor NAME]... [--image NAME]... [--port N] [--ports-per-switch N] [--login FILE], and at least"
          + " one switch, bmc or hypervisor";

  /** Checks that there is a switch with a port, a controller or a hypervisor. */
  public SimOptions {
    switches = List.copyOf(switches);
    bmcs = List.copyOf(bmcs);
    hypervisors = List.copyOf(hypervisors);
    images = List.copyOf(images);
    boolean empty = switches.isEmpty() && bmcs.isEmpty() && hypervisors.isEmpty();
    if (state == null || empty || portsPerSwitch < 1) {
      throw new IllegalArgumentException(USAGE);
    }
  }

  /** With the usual images. */
  public SimOptions(
      int port,
      Path state,
      List<Label> switches,
      List<Label> bmcs,
      List<Label> hypervisors,
      int portsPerSwitch,
      Optional<String> login) {
    this(port, state, switches, bmcs, hypervisors, List.of(), portsPerSwitch, login);
  }

  /** Without hypervisors. */
  public SimOptions(
      int port,
      Path state,
      List<Label> switches,
      List<Label> bmcs,
      int portsPerSwitch,
      Optional<String> login) {
    this(port, state, switches, bmcs, List.of(), portsPerSwitch, login);
  }

  /** Switches only. */
  public SimOptions(
      int port, Path state, List<Label> switches, int portsPerSwitch, Optional<String> login) {
    this(port, state, switches, List.of(), portsPerSwitch, login);
  }

  static SimOptions parse(String[] arguments) {
    int port = SimSwitch.PORT;
    int ports = 24;
    Path state = null;
    Optional<String> login = Optional.empty();
    List<Label> switches = new ArrayList<>();
    List<Label> bmcs = new ArrayList<>();
    List<Label> hypervisors = new ArrayList<>();
    List<Label> images = new ArrayList<>();
    for (int i = 0; i < arguments.length; i += 2) {
      String value = valueOf(arguments, i);
      switch (arguments[i]) {
        case "--port" -> port = Integer.parseInt(value);
        case "--ports-per-switch" -> ports = Integer.parseInt(value);
        case "--state" -> state = Path.of(value);
        case "--switch" -> switches.add(new Label(value));
        case "--bmc" -> bmcs.add(new Label(value));
        case "--hypervisor" -> hypervisors.add(new Label(value));
        case "--image" -> images.add(new Label(value));
        case "--login" -> login = Optional.of(contents(value));
        default -> throw new IllegalArgumentException(USAGE);
      }
    }
    return new SimOptions(port, state, switches, bmcs, hypervisors, images, ports, login);
  }

  List<PortName> portNames() {
    List<PortName> names = new ArrayList<>();
    for (int number = 1; number <= portsPerSwitch; number++) {
      names.add(new PortName("gi1/0/" + number));
    }
    return names;
  }

  private static String valueOf(String[] arguments, int option) {
    if (option + 1 == arguments.length) {
      throw new IllegalArgumentException(USAGE);
    }
    return arguments[option + 1];
  }

  private static String contents(String file) {
    try {
      return Files.readString(Path.of(file)).strip();
    } catch (IOException unreadable) {
      throw new IllegalArgumentException("The login file " + file + " cannot be read.", unreadable);
    }
  }

  @Override
  public String toString() {
    return "port %d, state %s, switches %s, %d ports each, controllers %s, hypervisors %s"
        .formatted(port, state, switches, portsPerSwitch, bmcs, hypervisors);
  }
}
