package org.haas.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.haas.error.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The description of v1 is complete enough to make a client from it. */
class DescriptionTest {
  private static final Path API = Path.of(System.getProperty("basedir", "."), "../docs/api.md");
  private static final Pattern DOCUMENTED = Pattern.compile("(?m)^\\| `([a-z-]+)` \\| \\d{3} \\|");
  private static final JsonObject DOCUMENT = Contract.document();

  @Test
  void description_lacksNothing() {
    assertThat(Lint.of(DOCUMENT)).isEmpty();
  }

  /** Each rule, by what it says when that is taken out of the description. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/openapi | no OpenAPI 3.0",
        "/security | nobody has to log in",
        "/paths/~1v1~1me/get/operationId | GET /v1/me has no operationId",
        "/paths/~1v1~1me/get/summary | GET /v1/me has no summary",
        "/paths/~1v1~1me/get/tags | GET /v1/me does not have one tag",
        "/paths/~1v1~1me/get/responses/200 | GET /v1/me has no success",
        "/paths/~1v1~1me/get/responses/default | GET /v1/me does not say how it is refused",
        "/paths/~1v1~1me/get/responses/200/description | answer 200 has no description",
        "/paths/~1v1~1me/get/responses/200/content | answer 200 has no content",
        "/paths/~1v1~1me/get/responses/default/content/application~1problem+json | is no problem",
        "/paths/~1v1~1nodes~1{node}/get/parameters | other parameters of the path",
        "/paths/~1v1~1nodes~1{node}/get/parameters/0/schema | parameter node has no schema",
        "/paths/~1v1~1nodes~1{node}/get/parameters/0/description | what parameter node is",
        "/paths/~1v1~1nodes/post/requestBody/content/application~1json/example | no example",
        "/paths/~1v1~1nodes/post/requestBody/content/application~1json/example/name | is none",
        "/components/schemas/RegisterNodeRequest/properties | has no properties",
        "/components/schemas/RegisterNodeRequest/properties/name | requires what it does not have",
        "/components/schemas/RegisterNodeRequest/properties/name/description | has no description",
        "/components/schemas/NodeBody/required | NodeBody does not say which fields",
        "/components/schemas/NodeState | schema NodeState is not there",
      })
  void lint_ofADescriptionWithoutIt_saysWhat(String pointer, String sentence) {
    JsonObject without = Json.createPointer(pointer).remove(DOCUMENT);
    assertThat(Lint.of(without)).anySatisfy(wrong -> assertThat(wrong).contains(sentence));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/paths/~1v1~1me/get/operationId | \"listNodes\" | another's operationId",
        "/paths/~1v1~1me/get/tags/0 | \"strange\" | one tag that is listed",
        "/components/schemas/Channel/example | 7 | Channel: its example is none",
        "/components/schemas/Unused | {} | schema Unused is not used",
      })
  void lint_ofADescriptionWithIt_saysWhat(String pointer, String json, String sentence) {
    JsonValue value = Contract.value(json);
    JsonObject with = Json.createPointer(pointer).add(DOCUMENT, value);
    assertThat(Lint.of(with)).anySatisfy(wrong -> assertThat(wrong).contains(sentence));
  }

  @Test
  void problemTypes_areThoseOfTheDocumentation() throws IOException {
    Set<String> documented =
        DOCUMENTED
            .matcher(Files.readString(API))
            .results()
            .map(row -> "/problems/" + row.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    List<String> described =
        DOCUMENT
            .getValue("/components/schemas/Problem/properties/type/enum")
            .asJsonArray()
            .getValuesAs(JsonString::getString);
    assertThat(described)
        .containsExactlyInAnyOrderElementsOf(documented)
        .containsAll(
            Arrays.stream(ErrorCode.values()).map(code -> "/problems/" + code.slug()).toList());
  }
}
