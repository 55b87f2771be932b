package org.haas.rest.v0;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.haas.error.HaasException;
import org.haas.spi.PortName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SwitchTypeTest {
  private static final String PREFIX = "http://schema.massopencloud.org/haas/v0/switches/";

  @ParameterizedTest
  @CsvSource({"mock,sim", "ovs,ovs", "nexus,nexus", "dellnos9,dellnos9"})
  void of_urlOfHil_isDriverOfOurs(String hilName, String driver) {
    assertThat(SwitchType.of(PREFIX + hilName).driver()).isEqualTo(driver);
  }

  @ParameterizedTest
  @CsvSource({"mock", "'" + PREFIX + "'", "'" + PREFIX + "cray'", "''"})
  void of_anythingElse_isRefused(String url) {
    assertThatThrownBy(() -> SwitchType.of(url))
        .isInstanceOf(HaasException.class)
        .hasMessageStartingWith("type: ");
  }

  @Test
  void arguments_nexus_areLoginAndDummyVlan() {
    assertThat(SwitchType.NEXUS.arguments())
        .containsExactly("dummy_vlan", "hostname", "password", "username");
  }

  @Test
  void arguments_ovs_areBridgeAlone() {
    assertThat(SwitchType.OVS.arguments()).containsExactly("ovs_bridge");
  }

  @ParameterizedTest
  @CsvSource({
    "powerconnect55xx,gi1/0/5",
    "delln3000,te1/2",
    "nexus,Ethernet1/12",
    "nexus,ethernet1/2/3",
    "brocade,1/0/3",
    "dellnos9,2/1",
    "third-party,whatever"
  })
  void checkPort_formOfTheType_isTaken(String driver, String port) {
    assertThatCode(() -> SwitchType.checkPort(driver, new PortName(port)))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "powerconnect55xx,1/0/5",
    "delln3000,te1",
    "nexus,gi1/0/5",
    "brocade,Ethernet1/1",
    "dellnos9,1/2/3/4"
  })
  void checkPort_otherForm_isRefused(String driver, String port) {
    assertThatThrownBy(() -> SwitchType.checkPort(driver, new PortName(port)))
        .isInstanceOf(HaasException.class)
        .hasMessageStartingWith("port: ");
  }
}
