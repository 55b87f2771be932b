package org.haas.network;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.haas.spi.Channel;
import org.haas.spi.Label;
import org.haas.spi.PortConfig;
import org.haas.spi.PortName;
import org.haas.spi.VlanId;
import org.haas.switches.Port;
import org.haas.switches.PortRole;
import org.haas.switches.Switch;
import org.haas.switches.SwitchOperation;

/** One switch with ports {@code p1}, {@code p2}, ... as rows, and operations on them. */
final class Rack {
  private static final Instant NOW = Instant.parse("2026-01-01T10:00:00Z");

  private final Switch owner = new Row();
  private final Map<Long, Port> ports = new HashMap<>();

  private static final class Row extends Switch {
    @Override
    public Label label() {
      return new Label("tor-1");
    }
  }

  /** A port with a row's number without a database. */
  private static final class NumberedPort extends Port {
    private final long number;

    NumberedPort(Switch owner, long number) {
      super(owner, portName(number), PortRole.EDGE);
      this.number = number;
    }

    @Override
    public long id() {
      return number;
    }
  }

  /** The name of the port with that number. */
  static PortName portName(long number) {
    return new PortName("p" + number);
  }

  /** A port that carries that VLAN untagged, and nothing else. */
  static PortConfig carrying(int vlan) {
    return PortConfig.PARKED.with(Channel.NATIVE, new VlanId(vlan));
  }

  /** A request to bring the port to what is wanted of it. */
  SwitchOperation modify(long port) {
    return SwitchOperation.modify(
        ports.computeIfAbsent(port, number -> new NumberedPort(owner, number)),
        new SwitchOperation.Subject(
            port,
            "nic-0",
            port,
            "node-" + port,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "vlan/native"),
        "physics",
        NOW);
  }

  /** A request to look at all ports. */
  SwitchOperation check() {
    return check("haas");
  }

  /** The same, asked for by somebody. */
  SwitchOperation check(String by) {
    return SwitchOperation.check(owner, false, by, NOW);
  }

  /** A request to make the switch forget the VLAN. */
  SwitchOperation retire(int vlan) {
    return SwitchOperation.retire(owner, new VlanId(vlan), "haas", NOW);
  }
}
