package org.haas.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who was a client of the last release is one of this. */
class ReleasedApiTest {
  private static final Path RELEASED =
      Path.of(System.getProperty("basedir", "."), "../docs/openapi/v1.json");

  private static final JsonObject DOCUMENT = Contract.document();

  @Test
  void description_breaksNoClientOfTheLastRelease() throws IOException {
    try (JsonReader reader = Json.createReader(Files.newInputStream(RELEASED))) {
      assertThat(Breaks.between(reader.readObject(), DOCUMENT))
          .as("docs/api.md says what may change")
          .isEmpty();
    }
  }

  @Test
  void sameDescription_breaksNobody() {
    assertThat(Breaks.between(DOCUMENT, DOCUMENT)).isEmpty();
  }

  /** What is gone. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/paths/~1v1~1me | GET /v1/me is gone",
        "/paths/~1v1~1nodes/post | POST /v1/nodes is gone",
        "/paths/~1v1~1nodes/get/parameters/0 | GET /v1/nodes, parameter cursor in query is gone",
        "/paths/~1v1~1me/get/responses/200 | GET /v1/me, answer 200 is gone",
        "/paths/~1v1~1me/get/responses/default | GET /v1/me, answer default is gone",
        "/paths/~1v1~1me/get/responses/200/content/application~1json | is no application/json any",
        "/components/schemas/Me/properties/admin | GET /v1/me, answer 200.admin is gone",
        "/components/schemas/Me/required/0 | GET /v1/me, answer 200.username may be missing now",
        "/components/schemas/NodeState/enum/0 | parameter state in query may not be FREE any more",
        "/components/schemas/RegisterNodeRequest/properties/metadata | body.metadata is gone",
      })
  void removed_isFound(String pointer, String sentence) {
    JsonObject without = Json.createPointer(pointer).remove(DOCUMENT);
    assertThat(Breaks.between(DOCUMENT, without))
        .anySatisfy(broken -> assertThat(broken).contains(sentence));
    assertThat(Breaks.between(without, DOCUMENT))
        .noneSatisfy(broken -> assertThat(broken).contains("is gone"));
  }

  /** What is otherwise, or asked for. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/paths/~1v1~1me/get/operationId | \"whoAmI\" | another operationId",
        "/paths/~1v1~1nodes/get/parameters/0/required | true | cursor in query is required now",
        "/paths/~1v1~1nodes~1{node}~1nics~1{nic}~1networks~1{network}/put/requestBody/required"
            + " | true | needs a body now",
        "/components/schemas/RegisterNodeRequest/required/- | \"metadata\" | metadata is required",
        "/components/schemas/Me/properties/admin/type | \"string\" | was boolean and is string",
        "/components/schemas/Label/pattern | \"^a$\" | body.name has another pattern",
        "/components/schemas/Label/maxLength | 3 | has a maxLength of 3 now",
        "/components/schemas/VlanId/minimum | 2 | body.vlan has a minimum of 2 now",
        "/components/schemas/VlanId/maximum | 9 | body.vlan has a maximum of 9 now",
        "/components/schemas/Label/enum | [\"a\"] | may be some words only now",
      })
  void changed_isFound(String pointer, String json, String sentence) {
    JsonObject changed = Json.createPointer(pointer).add(DOCUMENT, Contract.value(json));
    assertThat(Breaks.between(DOCUMENT, changed))
        .anySatisfy(broken -> assertThat(broken).contains(sentence));
  }

  /** What nobody has to know. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/paths/~1v1~1strange | {\"get\": {\"operationId\": \"strange\"}}",
        "/paths/~1v1~1nodes/get/parameters/- | {\"name\": \"x\", \"in\": \"query\"}",
        "/paths/~1v1~1me/get/responses/202 | {\"description\": \"Later\"}",
        "/components/schemas/Me/properties/strange | {\"type\": \"string\"}",
        "/components/schemas/Me/required/- | \"strange\"",
        "/components/schemas/NodeState/enum/- | \"BROKEN\"",
        "/components/schemas/RegisterNodeRequest/properties/strange | {\"type\": \"string\"}",
        "/components/schemas/VlanId/maximum | 5000",
        "/components/schemas/Me/description | \"Other words\"",
      })
  void added_breaksNobody(String pointer, String json) {
    JsonObject more = Json.createPointer(pointer).add(DOCUMENT, Contract.value(json));
    assertThat(Breaks.between(DOCUMENT, more)).isEmpty();
  }
}
