package org.haas.rest.v0;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import java.io.StringReader;
import java.util.Map;
import java.util.Optional;
import org.haas.error.ErrorCode;
import org.haas.error.HaasException;
import org.haas.spi.Label;
import org.haas.switches.SwitchSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SwitchRequestTest {
  private static final Label NAME = new Label("sw0");
  private static final String LOGIN = "'hostname':'h','username':'u','password':'p'";

  @Test
  void spec_mock_isSimAtHostAndPort() {
    SwitchSpec spec = spec(SwitchType.MOCK, "'hostname':'h:71','username':'u','password':'p'");
    assertThat(spec.type()).isEqualTo("sim");
    assertThat(spec.host()).isEqualTo("h");
    assertThat(spec.port()).isEqualTo(Optional.of(71));
    assertThat(spec.username()).isEqualTo("u");
    assertThat(spec.secret().reveal()).isEqualTo("p");
    assertThat(spec.settings()).isEmpty();
  }

  @Test
  void spec_ovs_isBridgeOfThisMachine() {
    SwitchSpec spec = spec(SwitchType.OVS, "'ovs_bridge':'br0'");
    assertThat(spec.host()).isEqualTo("localhost");
    assertThat(spec.settings()).isEqualTo(Map.of("bridge", "br0"));
    assertThat(spec.secret().isEmpty()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"100", "'100'"})
  void spec_dummyVlanAsNumberOrText_isKept(String vlan) {
    assertThat(spec(SwitchType.N3000, LOGIN + ",'dummy_vlan':" + vlan).settings())
        .isEqualTo(Map.of("dummy_vlan", "100"));
  }

  @Test
  void spec_dummyVlanOfNexus_isCheckedAndNotKept() {
    assertThat(spec(SwitchType.NEXUS, LOGIN + ",'dummy_vlan':'100'").settings()).isEmpty();
    refused(SwitchType.NEXUS, LOGIN + ",'dummy_vlan':'x'");
    refused(SwitchType.NEXUS, LOGIN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"4094", "0", "'x'", "1.5", "true", "null", "''", "1e3"})
  void spec_dummyVlanThatCannotBe_isBadArgument(String vlan) {
    refused(SwitchType.N3000, LOGIN + ",'dummy_vlan':" + vlan);
  }

  @Test
  void spec_interfaceType_isKept() {
    String arguments = LOGIN + ",'interface_type':'TenGigabitEthernet'";
    assertThat(spec(SwitchType.BROCADE, arguments).settings())
        .isEqualTo(Map.of("interface_type", "TenGigabitEthernet"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "'hostname':'h','username':'u'",
        LOGIN + ",'dummy_vlan':1",
        "'hostname':1,'username':'u','password':'p'",
        "'hostname':'a b','username':'u','password':'p'"
      })
  void spec_argumentsOfNoMock_areBad(String arguments) {
    refused(SwitchType.MOCK, arguments);
  }

  @Test
  void spec_interfaceTypeWithBlank_isBadArgument() {
    refused(SwitchType.DELL_OS9, LOGIN + ",'interface_type':'Te; reload'");
  }

  private static void refused(SwitchType type, String arguments) {
    assertThatThrownBy(() -> spec(type, arguments))
        .isInstanceOfSatisfying(
            HaasException.class,
            refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.BAD_ARGUMENT));
  }

  private static SwitchSpec spec(SwitchType type, String members) {
    String text = ("{" + members + "}").replace('\'', '"');
    Arguments arguments = new Arguments();
    try (var reader = Json.createReader(new StringReader(text))) {
      arguments.are(reader.readObject());
    }
    return new SwitchRequest(type, arguments).spec(NAME);
  }
}
