package org.haas.cli.hil;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.haas.cli.json.JsonText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MachineTest {
  private static final String HERE =
      """
      {"name":"n1","state":"RESERVED","project":"astro","metadata":{"rack":{"row":7},"note":"old"},
       "nics":[{"name":"eth0","mac":"52:54:00:00:00:0a","switch":"tor","port":"p1","networks":[
         {"network":"gone","channel":"vlan/9","state":"DETACHING"},
         {"network":"net","channel":"vlan/native","state":"ATTACHED"}]}]}""";
  private static final Optional<JsonObject> BMC =
      JsonText.object("{\"type\":\"obmd\",\"address\":\"http://o/n1\"}");

  private static final Hil.Node NODE =
      new Hil.Node(
          "n1",
          Optional.of("astro"),
          Optional.of(new Hil.Obm("http://o/n1", "t", false)),
          Map.of("rack", "{\"row\": 7}", "note", "old"),
          List.of(
              new Hil.Nic(
                  "eth0",
                  "52-54-00-00-00-0A",
                  Optional.of(new Hil.Place("tor", "p1")),
                  List.of(new Hil.On("net", "vlan/native")),
                  false)));

  private static List<String> differences(String here, Optional<JsonObject> bmc) {
    return new Machine(NODE).differences(JsonText.object(here).orElseThrow(), bmc);
  }

  @Test
  void differences_ofTheSame_areNone() {
    assertThat(differences(HERE, BMC)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"project\":\"astro\"     | \"project\":\"bio\"      | it: bio here, astro in HIL",
        "\"project\":\"astro\",    | ''                       | it: reserved here, astro in HIL",
        "\"row\":7                 | \"row\":8                | metadata rack: {\"row\":8} here",
        "\"name\":\"eth0\"         | \"name\":\"eth7\"        | NICs: eth7 here, eth0 in HIL",
        "00:0a                     | 00:0b                    | eth0: 52:54:00:00:00:0b here",
        "\"port\":\"p1\"           | \"port\":\"p2\"          | eth0: p2 of switch tor here",
        "\"channel\":\"vlan/native\"|\"channel\":\"vlan/8\"   | eth0: on net@vlan/8 here",
      })
  void differences_ofOneThing_nameIt(String was, String is, String sentence) {
    assertThat(differences(HERE.replace(was, is), BMC))
        .singleElement()
        .asString()
        .contains(sentence);
  }

  @Test
  void differences_ofAnotherObm_nameIt() {
    assertThat(differences(HERE, Optional.empty()))
        .containsExactly("OBM: missing here, http://o/n1 in HIL");
  }

  @Test
  void takeover_whole_hasHolderCablesAndNetworks() {
    assertThat(new Machine(NODE).takeover(true).toString())
        .contains("\"project\":\"astro\"", "\"switch\":\"tor\",\"port\":\"p1\"")
        .contains(
            "[{\"nic\":\"eth0\",\"network\":\"net\",\"channel\":\"vlan/native\"}]",
            "\"bmc\":{\"type\":\"obmd\",\"address\":\"http://o/n1\",\"password\":\"t\"}",
            "\"rack\":{\"row\":7}");
  }

  @Test
  void takeover_inPart_isOnlyTheMachine() {
    assertThat(new Machine(NODE).takeover(false).toString())
        .contains("52-54-00-00-00-0A")
        .doesNotContain("astro", "tor", "attachments");
  }
}
