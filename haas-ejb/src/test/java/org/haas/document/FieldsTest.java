package org.haas.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.haas.spi.Label;
import org.haas.spi.MacAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {
  private enum Colour {
    RED,
    BLUE
  }

  @Test
  void read_everyKindOfField_givesTypedValues() {
    String json =
        """
        {"name": "node-1", "mac": "52-54-00-12-34-56", "colour": "RED", "big": true, "port": 22,
         "nics": [{"name": "a"}, {"name": "b"}], "none": null, "settings": {"bridge": "br0"}}""";
    List<Object> read =
        read(
            json,
            body ->
                List.of(
                    body.label("name"),
                    body.value("mac", MacAddress::new),
                    body.word("colour", Colour.class),
                    body.flag("big"),
                    body.optionalNumber("port", 1, 65535),
                    body.objects("nics", nic -> nic.label("name")),
                    body.optionalText("none"),
                    body.texts("settings").get("bridge")));
    assertThat(read)
        .containsExactly(
            new Label("node-1"),
            new MacAddress("52:54:00:12:34:56"),
            Colour.RED,
            true,
            Optional.of(22),
            List.of(new Label("a"), new Label("b")),
            Optional.empty(),
            "br0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}|name",
        "{\"name\":null}|name",
        "{\"name\":\"\"}|name",
        "{\"name\":7}|name",
        "{\"name\":[\"a\"]}|name",
        "{\"name\":\"../etc/passwd\"}|name",
        "{\"name\":\"a\\r\\nb\"}|name",
        "{\"name\":\"a\\u0000b\"}|name",
        "{\"name\":\"a\",\"nane\":1}|nane",
        "{\"name\":\"a\",\"x\":\"\\ud800\"}|x",
        "{\"name\":\"a\",\"x\":1e999999999}|x",
        "{\"name\":\"a\",\"x\":{\"y\\u0000\":1}}|x",
        "{\"name\":\"a\",\"x\":[1,{\"y\":\"\\u0000\"}]}|x[1].y",
      })
  void read_wrongField_isNamed(String json, String field) {
    assertThatThrownBy(() -> read(json, body -> body.label("name")))
        .isInstanceOfSatisfying(
            InvalidRequest.class,
            refusal -> {
              assertThat(refusal.field()).contains(field);
              assertThat(refusal).hasMessageStartingWith(field + ": ");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.5", "1e2", "\"22\"", "0", "65536", "1e99", "true", "99999999999"})
  void optionalNumber_noPort_isRefused(String number) {
    assertThatThrownBy(
            () -> read("{\"port\":" + number + "}", body -> body.optionalNumber("port", 1, 65535)))
        .isInstanceOf(InvalidRequest.class)
        .hasMessage("port: this is a whole number from 1 to 65535.");
  }

  @Test
  void objects_wrongInside_namesThePlace() {
    assertThatThrownBy(
            () ->
                read(
                    "{\"nodes\":[{\"nics\":[{\"mac\":\"x\"}]}]}",
                    body ->
                        body.objects(
                            "nodes",
                            node ->
                                node.objects("nics", nic -> nic.value("mac", MacAddress::new)))))
        .hasMessageStartingWith("nodes[0].nics[0].mac: A MAC address is six pairs");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "7",
        "\"x\"",
        "null",
        "{",
        "{}{}",
        "{} x",
        "{\"a\":1,\"a\":2}",
        "{\"a\":{\"b\":1,\"b\":2}}",
        "x",
        " ",
        "{'a':1}"
      })
  void read_noJsonObject_isRefused(String json) {
    assertThatThrownBy(() -> read(json, body -> body))
        .isInstanceOfSatisfying(
            InvalidRequest.class, refusal -> assertThat(refusal.field()).isEmpty())
        .hasMessageStartingWith("The document ");
  }

  @Test
  void read_deepNesting_isRefused() {
    String deep = "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
    assertThatThrownBy(() -> read(deep, body -> body.json("a"))).hasMessageContaining("32 levels");
  }

  @Test
  void read_bracesInText_areNoNesting() {
    String text = "{[\\\"".repeat(100);
    String read = read("{\"a\":\"" + text + "\"}", body -> body.text("a"));
    assertThat(read).hasSize(300);
  }

  @Test
  void read_notUtf8_isRefused() {
    byte[] latin = "{\"a\":\"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> StrictJson.object(latin)).hasMessage("The document is not in UTF-8.");
  }

  @Test
  void read_notJson_saysWhere() {
    assertThatThrownBy(() -> read("{\n \"a\": 1,\n \"b\" 2}", body -> body))
        .hasMessageContaining(": line 3, column ");
  }

  private static <T> T read(String json, Function<Fields, T> reader) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    return Fields.read(StrictJson.object(bytes), "", reader);
  }
}
