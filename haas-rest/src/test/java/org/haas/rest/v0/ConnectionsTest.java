package org.haas.rest.v0;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.haas.network.AttachmentState;
import org.haas.network.AttachmentView;
import org.haas.spi.Channel;
import org.haas.spi.Label;
import org.junit.jupiter.api.Test;

class ConnectionsTest {
  private static final Label NODE = new Label("node1");
  private static final Label NIC = new Label("eth0");

  @Test
  void ofNic_onItsWay_isNotThere() {
    assertThat(of(on("net", "vlan/native", AttachmentState.ATTACHING))).isEqualTo("{}");
  }

  @Test
  void ofNic_beingTakenOff_isStillThere() {
    assertThat(of(on("net", "vlan/native", AttachmentState.DETACHING)))
        .isEqualTo("{\"vlan/native\":\"net\"}");
  }

  @Test
  void ofNic_replacedOnItsChannel_isTheNewOne() {
    assertThat(
            of(
                on("new", "vlan/native", AttachmentState.ATTACHED),
                on("old", "vlan/native", AttachmentState.DETACHING)))
        .isEqualTo("{\"vlan/native\":\"new\"}");
  }

  @Test
  void ofNic_twoChannels_sortedByChannel() {
    assertThat(
            of(
                on("one", "vlan/native", AttachmentState.ATTACHED),
                on("two", "vlan/102", AttachmentState.ATTACHED)))
        .isEqualTo("{\"vlan/102\":\"two\",\"vlan/native\":\"one\"}");
  }

  @Test
  void nicsByNode_nicOnTwoChannels_isNamedOnce() {
    Connections connections =
        new Connections(
            List.of(
                on("net", "vlan/native", AttachmentState.DETACHING),
                on("net", "vlan/102", AttachmentState.ATTACHED)));
    assertThat(connections.nicsByNode()).hasToString("{\"node1\":[\"eth0\"]}");
  }

  private static String of(AttachmentView... attachments) {
    return new Connections(List.of(attachments)).ofNic(NODE, NIC).toString();
  }

  private static AttachmentView on(String network, String channel, AttachmentState state) {
    return new AttachmentView(
        NODE, NIC, new Label(network), Channel.parse(channel), state, new Label("physics"));
  }
}
