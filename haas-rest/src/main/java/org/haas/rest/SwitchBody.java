package org.haas.rest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.haas.node.CableView;
import org.haas.spi.Capability;
import org.haas.spi.Label;
import org.haas.spi.PortName;
import org.haas.switches.PortRole;
import org.haas.switches.PortState;
import org.haas.switches.PortView;
import org.haas.switches.SwitchView;

/** A switch with what is behind its ports. */
record SwitchBody(
    Label name,
    String type,
    String host,
    int port,
    String username,
    Map<String, String> settings,
    Optional<String> hostKey,
    boolean driverInstalled,
    Set<Capability> capabilities,
    Optional<List<Port>> ports) {

  /** A port. */
  record Port(
      PortName name,
      PortRole role,
      PortState state,
      Optional<String> lastRead,
      Optional<Instant> readAt,
      Optional<Label> node,
      Optional<Label> nic) {

    static Port of(PortView port, Optional<CableView> cable) {
      return new Port(
          port.name(),
          port.role(),
          port.state(),
          port.lastRead(),
          port.readAt(),
          cable.map(CableView::node),
          cable.map(CableView::nic));
    }
  }

  /** In a list: without its ports. */
  static SwitchBody brief(SwitchView view) {
    return of(view, Optional.empty());
  }

  /** With its ports and what is behind them. */
  static SwitchBody full(SwitchView view, List<CableView> cables) {
    return of(view, Optional.of(view.ports().stream().map(port -> port(port, cables)).toList()));
  }

  private static Port port(PortView port, List<CableView> cables) {
    return Port.of(
        port, cables.stream().filter(cable -> cable.port().equals(port.name())).findFirst());
  }

  private static SwitchBody of(SwitchView view, Optional<List<Port>> ports) {
    return new SwitchBody(
        view.name(),
        view.type(),
        view.host(),
        view.port(),
        view.username(),
        view.settings(),
        view.hostKey(),
        view.driverInstalled(),
        view.capabilities(),
        ports);
  }
}
