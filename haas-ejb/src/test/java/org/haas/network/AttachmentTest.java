package org.haas.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.haas.node.Nic;
import org.haas.node.Node;
import org.haas.spi.Channel;
import org.haas.spi.Label;
import org.haas.spi.MacAddress;
import org.haas.spi.PortConfig;
import org.haas.spi.VlanId;
import org.junit.jupiter.api.Test;

class AttachmentTest {
  private static final VlanId VLAN = new VlanId(100);
  private static final PortConfig CARRYING = PortConfig.PARKED.with(Channel.NATIVE, VLAN);

  private final Attachment attachment =
      new Attachment(
          new Nic(
              new Node(new Label("node-01")),
              new Label("nic-0"),
              new MacAddress("52:54:00:00:00:01")),
          1,
          new Network(new Label("net"), Optional.of(1L), Visibility.SHARED, VLAN),
          Channel.NATIVE);

  @Test
  void on_wanted_addsItsVlan() {
    assertThat(attachment.on(PortConfig.PARKED)).isEqualTo(CARRYING);
  }

  @Test
  void on_detaching_addsNothing() {
    attachment.detach();
    assertThat(attachment.on(PortConfig.PARKED)).isEqualTo(PortConfig.PARKED);
  }

  @Test
  void attached_whileComing_isAttached() {
    attachment.attached();
    assertThat(attachment.state()).isEqualTo(AttachmentState.ATTACHED);
  }

  @Test
  void attached_whileGoing_staysGoing() {
    attachment.detach();
    attachment.attached();
    assertThat(attachment.state()).isEqualTo(AttachmentState.DETACHING);
  }

  @Test
  void isGoneFrom_onlyWhenGoingAndReadWithout_isTrue() {
    assertThat(attachment.isGoneFrom(PortConfig.PARKED)).isFalse();
    attachment.detach();
    assertThat(attachment.isGoneFrom(CARRYING)).isFalse();
    assertThat(attachment.isGoneFrom(PortConfig.PARKED.with(Channel.tagged(VLAN), VLAN))).isFalse();
    assertThat(attachment.isGoneFrom(PortConfig.PARKED)).isTrue();
  }
}
