package org.haas.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.haas.document.Fields;
import org.haas.document.InvalidRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormDocumentTest {
  @Test
  void text_blank_isNotThere() {
    Optional<String> blank =
        new FormDocument().text("name", "  ").read(fields -> fields.optionalText("name"));
    String name = new FormDocument().text("name", " a ").read(fields -> fields.text("name"));
    assertThat(blank).isEmpty();
    assertThat(name).isEqualTo("a");
  }

  @Test
  void number_typed_isOne() {
    Optional<Integer> cpus = new FormDocument().number("cpus", " 2").read(FormDocumentTest::cpus);
    assertThat(cpus).hasValue(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"two", "-1", "1.5", "1e3", "99999999999"})
  void number_typedAsAnythingElse_isRefusedByItsField(String typed) {
    FormDocument document = new FormDocument().number("cpus", typed);
    assertThatThrownBy(() -> document.read(FormDocumentTest::cpus))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageContaining("cpus");
  }

  private static Optional<Integer> cpus(Fields fields) {
    return fields.optionalNumber("cpus", 1, 256);
  }

  @Test
  void lines_ofABrowser_endAsOthersDo() {
    Optional<String> data =
        new FormDocument()
            .lines("data", "#!/bin/sh\r\nid\r\n")
            .read(fields -> fields.optionalLines("data", 100));
    assertThat(data).hasValue("#!/bin/sh\nid\n");
  }

  @Test
  void list_withEmptyLines_hasTheOthers() {
    List<String> keys =
        new FormDocument()
            .list("keys", "one\r\n\r\n  two \n")
            .read(fields -> fields.values("keys", Function.identity()));
    assertThat(keys).containsExactly("one", "two");
  }

  @Test
  void settings_words_areKeysAndValues() {
    Map<String, String> settings =
        new FormDocument().settings("set", "a=1  b=x=y").read(fields -> fields.texts("set"));
    assertThat(settings).isEqualTo(Map.of("a", "1", "b", "x=y"));
  }

  @Test
  void settings_oneWithoutValue_isRefused() {
    FormDocument document = new FormDocument().settings("set", "alone");
    assertThatThrownBy(() -> document.read(fields -> fields.texts("set")))
        .isInstanceOf(InvalidRequest.class);
  }
}
