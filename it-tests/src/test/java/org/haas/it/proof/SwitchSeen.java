package org.haas.it.proof;

import java.util.LinkedHashMap;
import java.util.Map;
import org.haas.driver.sim.SimSwitchAdmin;
import org.haas.spi.Label;
import org.haas.spi.PortConfig;

/**
 * What a switch really does, not what HaaS or a driver says of it.
 *
 * @param name in HaaS
 * @param ports what frames pass at each port, by its name
 * @param badWriters how often sessions wrote at the same time, or with a claim that was over
 */
public record SwitchSeen(String name, Map<String, PortConfig> ports, long badWriters) {

  public SwitchSeen {
    ports = Map.copyOf(ports);
  }

  /** A simulated switch, now. */
  public static SwitchSeen simulated(SimSwitchAdmin admin, String name) {
    Label label = new Label(name);
    Map<String, PortConfig> ports = new LinkedHashMap<>();
    admin.running(label).forEach((port, config) -> ports.put(port.value(), config));
    return new SwitchSeen(name, ports, admin.overlappingWriters(label) + admin.staleWriters(label));
  }

  /** A simulated switch as it would come back after a power cut. */
  public static Map<String, PortConfig> startup(SimSwitchAdmin admin, String name) {
    Map<String, PortConfig> ports = new LinkedHashMap<>();
    admin.startup(new Label(name)).forEach((port, config) -> ports.put(port.value(), config));
    return ports;
  }
}
