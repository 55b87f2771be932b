package org.haas.driver.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
  @Test
  void parse_everyKindOfValue_isRead() {
    String text =
        " { \"a\" : [ 1 , -2 , 1.5e1, true , false , null, \"x\\n\\u0041\\\"\" , { } ] } ";

    assertThat(Json.parse(text))
        .isEqualTo(
            Map.of("a", Arrays.asList(1L, -2L, 15.0, true, false, null, "x\nA\"", Map.of())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{", "[1,]", "\"a", "\"\\q\"", "\"\\uzzzz\"", "1 2", "1.", "+1", "nul", "-"})
  void parse_somethingElse_isRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Json.parse(text));
  }

  @Test
  void parse_veryDeep_isRefusedBeforeTheStackIsFull() {
    String deep = "[".repeat(100_000);

    assertThatIllegalArgumentException().isThrownBy(() -> Json.parse(deep));
  }

  @Test
  void text_anything_isReadBackAsItWas() {
    Object value = Map.of("a\"\\\n\u0001", List.of(1L, "\u00fc", true, Map.of()));

    assertThat(Json.parse(Json.text(value))).isEqualTo(value);
  }

  @Test
  void at_whatIsNotThere_isEmpty() {
    Object value = Json.parse("{\"a\": [{\"b\": \"c\"}, null]}");

    assertThat(ObjectPath.text(value, "a", 0, "b")).hasValue("c");
    assertThat(ObjectPath.at(value, "a", 1)).isEmpty();
    assertThat(ObjectPath.at(value, "a", 2)).isEmpty();
    assertThat(ObjectPath.at(value, "a", "b")).isEmpty();
    assertThat(ObjectPath.text(value, "a")).isEmpty();
    assertThat(ObjectPath.texts(value, "a")).isEmpty();
  }
}
