package org.haas.cli.hil;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.haas.cli.json.JsonText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SwitchWordsTest {
  private static final Map<String, String> LOGIN =
      Map.of("hostname", "192.0.2.1", "username", "u", "password", "p");

  private static Hil.Switch known(String type, String... more) {
    Map<String, String> arguments = new HashMap<>(LOGIN);
    for (int i = 0; i < more.length; i += 2) {
      arguments.put(more[i], more[i + 1]);
    }
    return new Hil.Switch("s", type, arguments, List.of());
  }

  private static JsonObject registration(Hil.Switch known) {
    return SwitchWords.registration(known).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "mock, sim, ",
    "powerconnect55xx, powerconnect55xx, ",
    "nexus, nexus, ",
    "delln3000, delln3000, '{\"dummy_vlan\":\"7\"}'",
    "dellnos9, dellnos9, '{\"interface_type\":\"fortyGigE\"}'",
    "brocade, brocade, '{\"interface_type\":\"fortyGigE\"}'",
  })
  void registration_ofEachTypeOfHil_isOfOurDriver(String hil, String ours, String settings) {
    JsonObject made = registration(known(hil, "dummy_vlan", "7", "interface_type", "fortyGigE"));

    assertThat(made.getString("type")).isEqualTo(ours);
    assertThat(made.getString("username")).isEqualTo("u");
    assertThat(made.getString("password")).isEqualTo("p");
    assertThat(made.containsKey("settings") ? made.get("settings").toString() : null)
        .isEqualTo(settings);
  }

  @Test
  void registration_ofOvs_isAtLocalhostWithItsBridge() {
    assertThat(registration(new Hil.Switch("s", "ovs", Map.of("ovs_bridge", "br0"), List.of())))
        .hasToString(
            "{\"name\":\"s\",\"type\":\"ovs\",\"host\":\"localhost\",\"settings\":{\"bridge\":\"br0\"}}");
  }

  @Test
  void registration_ofATypeThatNobodyKnows_isNone() {
    assertThat(SwitchWords.registration(known("whitebox"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "tor.example.org, tor.example.org, ",
    "127.0.0.1:7001, 127.0.0.1, 7001",
    "[2001:db8::1]:22, 2001:db8::1, 22",
    "http://192.0.2.7:8008, 192.0.2.7, ",
    "https://tor.example.org/, tor.example.org, ",
    "http://[2001:db8::1]:80, 2001:db8::1, ",
  })
  void registration_ofAnAddress_hasHostAndPort(String hostname, String host, Integer port) {
    JsonObject made = registration(known("dellnos9", "hostname", hostname));

    assertThat(made.getString("host")).isEqualTo(host);
    assertThat(made.containsKey("port") ? made.getInt("port") : null).isEqualTo(port);
  }

  @Test
  void difference_ofTheSameWithAHostKey_isNone() {
    JsonObject there =
        JsonText.object("{\"type\":\"nexus\",\"host\":\"192.0.2.1\",\"port\":22,\"hostKey\":\"k\"}")
            .orElseThrow();

    assertThat(SwitchWords.difference(registration(known("nexus")), there)).isEmpty();
  }

  @Test
  void difference_ofAnotherAddress_namesBothAndNoPassword() {
    JsonObject there =
        JsonText.object("{\"type\":\"nexus\",\"host\":\"192.0.2.9\",\"port\":22}").orElseThrow();

    assertThat(SwitchWords.difference(registration(known("nexus")), there).orElseThrow())
        .contains("nexus at 192.0.2.9 here", "nexus at 192.0.2.1 in HIL");
  }

  @Test
  void switch_asText_isWithoutItsPassword() {
    assertThat(known("nexus", "password", "very secret").toString()).doesNotContain("very secret");
  }
}
