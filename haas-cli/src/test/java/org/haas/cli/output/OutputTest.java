package org.haas.cli.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.haas.cli.json.JsonText;
import org.junit.jupiter.api.Test;

class OutputTest {
  private static final View VIEW =
      View.of("name", "state", "networks=nics.networks.network", "+facts", "mine")
          .part("NICs", "nics", View.of("name", "networks=networks.network"));

  private static final JsonObject NODE =
      object(
          """
          {"name": "n1", "state": "FREE", "mine": true, "facts": {"a b": [1, "x, \\"y\\""], "on": "no"},
           "nics": [{"name": "eth0", "networks": [{"network": "lab"}, {"network": "wan"}]}]}""");

  private static final JsonObject BARE =
      object("{\"name\": \"longer-name\", \"state\": \"ERROR\"}");

  private static JsonObject object(String json) {
    return JsonText.object(json).orElseThrow();
  }

  private static String list(Format format, boolean colours) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new Output(new PrintStream(out, true, UTF_8), format, colours).list(List.of(NODE, BARE), VIEW);
    return out.toString(UTF_8);
  }

  private static String single(Format format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new Output(new PrintStream(out, true, UTF_8), format, false).single(NODE, VIEW);
    return out.toString(UTF_8);
  }

  @Test
  void table_ofRows_isAligned() {
    assertThat(list(Format.TABLE, false))
        .isEqualTo(
            """
            NAME         STATE  NETWORKS  MINE
            n1           FREE   lab, wan  yes
            longer-name  ERROR
            """);
  }

  @Test
  void wide_ofRows_hasEveryColumn() {
    assertThat(list(Format.WIDE, false)).startsWith("NAME         STATE  NETWORKS  FACTS ");
  }

  @Test
  void table_inColours_paintsStatesAndTheHead() {
    assertThat(list(Format.TABLE, true))
        .contains("\u001b[1mNAME", "\u001b[32mFREE ", "\u001b[31mERROR");
  }

  @Test
  void table_ofOne_hasALineForEachFieldAndPartsBelow() {
    assertThat(single(Format.TABLE))
        .isEqualTo(
            """
            name      n1
            state     FREE
            networks  lab, wan
            mine      yes

            NICs
            NAME  NETWORKS
            eth0  lab, wan
            """);
  }

  @Test
  void json_ofRows_isAsTheApiAnswers() {
    assertThat(object(list(Format.JSON, false)))
        .isEqualTo(object("{\"items\":[%s,%s],\"total\":2}".formatted(NODE, BARE)));
  }

  @Test
  void yaml_ofOne_quotesWhatCouldBeTakenForSomethingElse() {
    assertThat(single(Format.YAML))
        .isEqualTo(
            """
            name: n1
            state: FREE
            mine: true
            facts:
              a b:
                - 1
                - "x, \\"y\\""
              "on": "no"
            nics:
              - name: eth0
                networks:
                  - network: lab
                  - network: wan
            """);
  }

  @Test
  void csv_ofRows_quotesAndEndsLinesAsInTheRfc() {
    assertThat(list(Format.CSV, false))
        .isEqualTo(
            "name,state,networks,facts,mine\r\n"
                + "n1,FREE,\"lab, wan\",\"{\"\"a b\"\":[1,\"\"x, \\\"\"y\\\"\"\"\"],\"\"on\"\":\"\"no\"\"}\",yes\r\n"
                + "longer-name,ERROR,,,\r\n");
  }

  @Test
  void table_ofSomebodysText_cannotSteerTheTerminal() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    JsonObject evil = object("{\"name\": \"a\\u001b]0;x\\u0007b\\nc\\u202e\"}");

    new Output(new PrintStream(out, true, UTF_8), Format.TABLE, false)
        .list(List.of(evil), View.of("name"));

    assertThat(out.toString(UTF_8)).isEqualTo("NAME\na?]0;x?b c?\n");
  }
}
