package org.haas.rest.wire;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.haas.spi.Channel;
import org.haas.spi.Label;
import org.haas.spi.VlanId;
import org.junit.jupiter.api.Test;

class ViewsTest {
  private record Inner(Label name) {}

  private record Outer(
      Label name,
      Optional<Instant> at,
      Optional<Inner> inner,
      Optional<String> absent,
      List<Channel> channels,
      VlanId vlan,
      long count,
      boolean mine,
      Map<String, Integer> sizes) {}

  @Test
  void json_record_hasItsComponentsAsFields() {
    Outer outer =
        new Outer(
            new Label("a"),
            Optional.of(Instant.EPOCH),
            Optional.of(new Inner(new Label("b"))),
            Optional.empty(),
            List.of(Channel.NATIVE, Channel.tagged(new VlanId(7))),
            new VlanId(7),
            3_000_000_000L,
            true,
            Map.of("x", 1));
    assertThat(Views.json(outer))
        .isEqualTo(
            "{\"name\":\"a\",\"at\":\"1970-01-01T00:00:00Z\",\"inner\":{\"name\":\"b\"},"
                + "\"channels\":[\"vlan/native\",\"vlan/7\"],\"vlan\":7,\"count\":3000000000,"
                + "\"mine\":true,\"sizes\":{\"x\":1}}");
  }

  @Test
  void json_anyText_isReadBackAsItWas() {
    String text = "\"quoted\\ \t\n\r\u0001 \u00e4 \ud83d\ude00";
    try (JsonReader reader = Json.createReader(new StringReader(Views.json(Map.of(text, text))))) {
      assertThat(reader.readObject().getString(text)).isEqualTo(text);
    }
  }

  @Test
  void json_nothing_isEmpty() {
    assertThat(Views.json(List.of(List.of(), Map.of()))).isEqualTo("[[],{}]");
  }
}
