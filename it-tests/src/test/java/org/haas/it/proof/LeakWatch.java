package org.haas.it.proof;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.haas.driver.sim.SimSwitchAdmin;
import org.haas.it.Running;
import org.haas.spi.DriverException;
import org.haas.spi.PortConfig;
import org.haas.spi.Secret;

/**
 * Looks at every switch that HaaS knows, while HaaS works: no port carries a VLAN unless the
 * database has an attachment of the port's NIC to the VLAN's network, whatever its state. An
 * attachment is written before its VLAN is and goes after it, so this is true at any moment, of
 * what the switch does and of what it would do after a power cut. No dummy and no default VLAN can
 * hide from it, and no list that is empty and means everything.
 *
 * <p>Judged are simulated switches whose login is known here, and Open vSwitch of the lab.
 */
final class LeakWatch implements AutoCloseable {
  private static final Map<String, String> PASSWORDS =
      Map.of("", "", "it", "open sesame", "hil", "open sesame");

  /** Nothing comes and goes again in so short a time. */
  private static final Duration AT_ONCE = Duration.ofMillis(250);

  private final Map<Intent.Device, SimSwitchAdmin> open = new HashMap<>();
  private long looks;

  /** What leaks, a sentence each; empty when nothing does. */
  List<String> look() {
    List<String> leaks = new ArrayList<>();
    long begin = System.nanoTime();
    Map<Intent.Device, Intent> before = Intent.read();
    open.keySet().retainAll(before.keySet());
    before.forEach((device, intent) -> leaks.addAll(look(device, intent, begin)));
    return leaks;
  }

  /** How often a switch was seen. */
  long looks() {
    return looks;
  }

  /**
   * What seems wrong by what the database said before is judged once more by what it says after:
   * something may have come meanwhile. When that took long, the look counts for nothing.
   */
  private List<String> look(Intent.Device device, Intent before, long begin) {
    Map<String, Map<String, PortConfig>> seen = seen(device, before);
    looks += seen.isEmpty() ? 0 : 1;
    List<String> leaks = leaks(device, seen, before);
    if (leaks.isEmpty()) {
      return leaks;
    }
    Optional<Intent> after = Optional.ofNullable(Intent.read().get(device));
    boolean atOnce = System.nanoTime() - begin < AT_ONCE.toNanos();
    return atOnce
        ? after.map(intent -> leaks(device, seen, before.or(intent))).orElse(List.of())
        : List.of();
  }

  private static List<String> leaks(
      Intent.Device device, Map<String, Map<String, PortConfig>> seen, Intent intent) {
    List<String> leaks = new ArrayList<>();
    seen.forEach(
        (when, ports) ->
            ports.forEach(
                (port, config) -> {
                  if (!intent.allows(port, config)) {
                    leaks.add("%s of %s is %s %s".formatted(port, device, config, when));
                  }
                }));
    return leaks;
  }

  private Map<String, Map<String, PortConfig>> seen(Intent.Device device, Intent intent) {
    try {
      return device.type().equals("sim") ? simulated(device) : lab(device, intent);
    } catch (DriverException gone) {
      open.remove(device);
      return Map.of();
    }
  }

  private Map<String, Map<String, PortConfig>> simulated(Intent.Device device) {
    Optional<String> password =
        device.user().equals("haas")
            ? Optional.of(Records.secret("simulator"))
            : Optional.ofNullable(PASSWORDS.get(device.user()));
    if (password.isEmpty()) {
      return Map.of();
    }
    SimSwitchAdmin admin =
        open.computeIfAbsent(
            device,
            each ->
                SimSwitchAdmin.connect(
                    each.port(), each.user(), new Secret(password.orElseThrow())));
    return Map.of(
        "now", SwitchSeen.simulated(admin, device.name()).ports(),
        "after a power cut", SwitchSeen.startup(admin, device.name()));
  }

  /** Only what HaaS was told to write: the lab has a trunk, and each bridge a port of its own. */
  private static Map<String, Map<String, PortConfig>> lab(Intent.Device device, Intent intent) {
    Path lab = Running.state().resolve("lab");
    String bridge = device.name().substring(device.name().lastIndexOf('-') + 1);
    if (!device.type().equals("ovs") || !Files.exists(lab.resolve(bridge + "/run/db.sock"))) {
      return Map.of();
    }
    Map<String, PortConfig> ports = new HashMap<>(OvsDump.read(lab, bridge, device.name()).ports());
    ports.keySet().removeIf(port -> !intent.knows(port));
    return Map.of("now", ports);
  }

  @Override
  public void close() {
    open.values().forEach(SimSwitchAdmin::close);
    open.clear();
  }
}
