package org.haas.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.haas.error.ErrorCode;
import org.haas.error.HaasException;
import org.haas.spi.Channel;
import org.haas.spi.Label;
import org.haas.spi.MacAddress;
import org.haas.spi.PortConfig;
import org.haas.spi.PortName;
import org.haas.spi.VlanId;
import org.haas.switches.Port;
import org.haas.switches.PortRole;
import org.haas.switches.Switch;
import org.junit.jupiter.api.Test;

class NicTest {
  private static final Instant NOW = Instant.parse("2026-01-01T10:00:00Z");
  private static final PortConfig CARRYING =
      PortConfig.PARKED.with(Channel.NATIVE, new VlanId(100));

  private final Node node = new Node(new Label("node-01"));
  private final Nic nic = new Nic(node, new Label("nic-0"), new MacAddress("52:54:00:00:00:01"));

  /** The switch of the ports. */
  private static final class TopOfRack extends Switch {
    @Override
    public Label label() {
      return new Label("tor-1");
    }
  }

  @Test
  void plugInto_parkedPortOfAFreeNode_isThere() {
    Port port = port("p1", PortRole.EDGE);
    nic.plugInto(port);
    assertThat(nic.port()).contains(port);
  }

  @Test
  void plugInto_secondPort_isDuplicate() {
    nic.plugInto(port("p1", PortRole.EDGE));
    assertRefused(ErrorCode.DUPLICATE, () -> nic.plugInto(port("p2", PortRole.EDGE)));
  }

  @Test
  void plugInto_trunk_isBlocked() {
    assertRefused(ErrorCode.BLOCKED, () -> nic.plugInto(port("p1", PortRole.PRESET)));
  }

  @Test
  void plugInto_nodeHeld_isBlocked() {
    node.reserveFor(7);
    assertRefused(ErrorCode.BLOCKED, () -> nic.plugInto(port("p1", PortRole.EDGE)));
  }

  @Test
  void plugInto_portThatCarriesSomething_isBlocked() {
    Port port = port("p1", PortRole.EDGE);
    port.seen(CARRYING, NOW);
    assertRefused(ErrorCode.BLOCKED, () -> nic.plugInto(port));
  }

  @Test
  void plugInto_portThatCouldNotBeParked_isBlocked() {
    Port port = port("p1", PortRole.EDGE);
    port.unusable();
    assertRefused(ErrorCode.BLOCKED, () -> nic.plugInto(port));
  }

  @Test
  void unplug_parked_isGone() {
    Port port = port("p1", PortRole.EDGE);
    nic.plugInto(port);
    port.verified(PortConfig.PARKED, NOW);
    nic.unplug();
    assertThat(nic.port()).isEqualTo(Optional.empty());
  }

  @Test
  void unplug_portThatCarriesSomething_isBlocked() {
    Port port = port("p1", PortRole.EDGE);
    nic.plugInto(port);
    port.verified(CARRYING, NOW);
    assertRefused(ErrorCode.BLOCKED, nic::unplug);
  }

  @Test
  void become_nodeHeld_isBlocked() {
    node.reserveFor(7);
    assertRefused(ErrorCode.BLOCKED, () -> nic.become(new MacAddress("52:54:00:00:00:02")));
  }

  private static Port port(String name, PortRole role) {
    return new Port(new TopOfRack(), new PortName(name), role);
  }

  private static void assertRefused(ErrorCode code, ThrowingCallable call) {
    assertThatExceptionOfType(HaasException.class)
        .isThrownBy(call)
        .extracting(HaasException::code)
        .isEqualTo(code);
  }
}
