package org.haas.driver.sim;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.haas.spi.DriverException;
import org.haas.spi.DriverException.Kind;
import org.haas.spi.PortChange;
import org.haas.spi.PortConfig;
import org.haas.spi.PortName;
import org.haas.spi.SwitchDriver.SwitchSession;
import org.haas.spi.VlanId;

/** One login on a simulated switch, HaaS's end. */
final class SimSession implements SwitchSession {
  private final SimClient client;

  SimSession(SimClient client) {
    this.client = client;
  }

  @Override
  public Map<PortName, PortConfig> read(Collection<PortName> ports) {
    if (ports.isEmpty()) {
      return Map.of();
    }
    String names = ports.stream().map(PortName::value).collect(Collectors.joining(" "));
    SimConfiguration answered = parsed(client.ask("read " + names));
    Map<PortName, PortConfig> read = new LinkedHashMap<>();
    for (PortName port : ports) {
      SimPort state = answered.ports().get(port);
      if (state == null) {
        throw new DriverException(Kind.UNREACHABLE, "The switch left out port " + port + ".");
      }
      read.put(port, state.reported(answered.vlans()));
    }
    return read;
  }

  private static SimConfiguration parsed(List<String> answer) {
    try {
      return SimConfiguration.parse(answer);
    } catch (IllegalArgumentException garbage) {
      throw new DriverException(
          Kind.UNREACHABLE, "The switch answered " + garbage.getMessage() + ".", garbage);
    }
  }

  @Override
  public void apply(List<PortChange> changes) {
    configure(SimLines.of(changes));
  }

  @Override
  public void save() {
    client.ask("save");
  }

  @Override
  public void retire(Set<VlanId> vlans) {
    configure(vlans.stream().sorted().map(vlan -> "no-vlan " + vlan).toList());
  }

  private void configure(List<String> lines) {
    if (lines.isEmpty()) {
      return;
    }
    client.ask("configure");
    try {
      lines.forEach(client::ask);
    } catch (DriverException failed) {
      if (failed.kind() == Kind.REFUSED) {
        client.ask("end");
      }
      throw failed;
    }
    client.ask("end");
  }

  @Override
  public void close() {
    client.close();
  }
}
