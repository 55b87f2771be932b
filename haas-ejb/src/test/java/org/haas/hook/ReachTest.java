package org.haas.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import org.haas.config.TrustedProxies.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReachTest {
  private final Reach reach = Reach.ofTenants(List.of());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.9.9.9",
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "169.254.169.254",
        "172.31.0.1",
        "192.168.1.1",
        "198.19.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::1",
        "fc00::1",
        "fd12::1",
        "fe80::1",
        "ff02::1"
      })
  void isOpen_ownAndPrivateAddresses_areNot(String address) throws IOException {
    assertThat(reach.isOpen(InetAddress.getByName(address))).isFalse();
    assertThat(reach.isClosed(address)).isTrue();
    assertThatThrownBy(() -> reach.of(address)).isInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "100.128.0.1", "2001:db8::1", "2606:4700::1"})
  void isOpen_publicAddresses_are(String address) throws IOException {
    assertThat(reach.isOpen(InetAddress.getByName(address))).isTrue();
    assertThat(reach.isClosed(address)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2130706433", "127.1"})
  void isClosed_addressWrittenOtherwise_isNoWayAround(String host) {
    assertThat(reach.isClosed(host)).isTrue();
  }

  @Test
  void isOpen_ofAdministrators_isAlsoTheOwnNetworkButNoLinkLocalAddress() throws IOException {
    Reach wide = Reach.ofAdministrators();

    assertThat(wide.isOpen(InetAddress.getByName("10.1.2.3"))).isTrue();
    assertThat(wide.isOpen(InetAddress.getLoopbackAddress())).isTrue();
    assertThat(wide.isOpen(InetAddress.getByName("169.254.169.254"))).isFalse();
    assertThat(wide.isOpen(InetAddress.getByName("fe80::1"))).isFalse();
  }

  @Test
  void isOpen_networkThatTheInstallationOpened_isAndNoOther() throws IOException {
    Reach opened = Reach.ofTenants(List.of(Network.parse("10.7.0.0/16")));

    assertThat(opened.isOpen(InetAddress.getByName("10.7.1.1"))).isTrue();
    assertThat(opened.isOpen(InetAddress.getByName("10.8.1.1"))).isFalse();
  }
}
