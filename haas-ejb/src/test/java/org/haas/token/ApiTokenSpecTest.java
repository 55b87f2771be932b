package org.haas.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import java.io.StringReader;
import java.util.Optional;
import java.util.Set;
import org.haas.document.Fields;
import org.haas.document.InvalidRequest;
import org.haas.spi.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiTokenSpecTest {
  private static ApiTokenSpec read(String json) {
    try (var reader = Json.createReader(new StringReader(json))) {
      return Fields.read(reader.readObject(), "", ApiTokenSpec::read);
    }
  }

  @Test
  void read_nameOnly_isForAllProjectsAndNinetyDays() {
    assertThat(read("{\"name\":\"ci\"}"))
        .isEqualTo(new ApiTokenSpec(new Label("ci"), Optional.empty(), false, false, 90));
  }

  @Test
  void read_everyField_isKept() {
    String all =
        "{\"name\":\"ci\",\"projects\":[\"a\",\"b\",\"a\"],\"readOnly\":true,\"days\":366}";
    Set<Label> projects = Set.of(new Label("a"), new Label("b"));
    assertThat(read(all))
        .isEqualTo(new ApiTokenSpec(new Label("ci"), Optional.of(projects), true, false, 366));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"days\":1}                                            | name",
        "{\"name\":\"a b\"}                                      | name",
        "{\"name\":\"ci\",\"days\":0}                            | days",
        "{\"name\":\"ci\",\"days\":367}                          | days",
        "{\"name\":\"ci\",\"days\":1.5}                          | days",
        "{\"name\":\"ci\",\"projects\":[]}                       | projects",
        "{\"name\":\"ci\",\"projects\":\"a\"}                    | projects",
        "{\"name\":\"ci\",\"projects\":[\"a b\"]}                | projects[0]",
        "{\"name\":\"ci\",\"projects\":[\"a\"],\"admin\":true}   | projects",
        "{\"name\":\"ci\",\"readOnly\":\"yes\"}                  | readOnly",
        "{\"name\":\"ci\",\"token\":\"mine\"}                    | token"
      })
  void read_wrongField_isNamed(String json, String field) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOfSatisfying(
            InvalidRequest.class, wrong -> assertThat(wrong.field()).contains(field));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 367, Integer.MAX_VALUE})
  void spec_otherLife_cannotBe(int days) {
    Label name = new Label("ci");
    assertThatThrownBy(() -> new ApiTokenSpec(name, Optional.empty(), false, false, days))
        .hasMessageContaining("1 to 366");
  }

  @Test
  void spec_adminOfSomeProjects_cannotBe() {
    Label name = new Label("ci");
    Optional<Set<Label>> some = Optional.of(Set.of(name));
    assertThatThrownBy(() -> new ApiTokenSpec(name, some, false, true, 1))
        .hasMessageContaining("everything");
  }

  @Test
  void spec_noProject_isNotAllOfThem() {
    Label name = new Label("ci");
    Optional<Set<Label>> none = Optional.of(Set.of());
    assertThatThrownBy(() -> new ApiTokenSpec(name, none, false, false, 1))
        .hasMessageContaining("1 to 100 projects");
  }
}
