package org.haas.it;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The description of v1 as a promise: an answer has a status, a media type and a body that are
 * described for what was asked, and says no more. A path that is not described is refused.
 */
public final class Contract {
  private static final Path DESCRIPTION =
      Path.of(
          System.getProperty("basedir", "."),
          "../haas-rest/target/classes/org/haas/rest/docs/openapi.json");

  private static final String VERSION = "v1/";
  private static final Set<String> VERBS = Set.of("GET", "PUT", "POST", "DELETE");
  private static final Set<String> OF_THE_DESCRIPTION =
      Set.of("v1/openapi.json", "v1/openapi.yaml");
  private static final JsonObject DOCUMENT = read();
  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(VersionFlag.V202012);
  private static final SchemaValidatorsConfig STRICT =
      SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
  private static final JsonValue COMPONENTS = closed(DOCUMENT.get("components"));
  private static final Map<JsonValue, JsonSchema> COMPILED = new ConcurrentHashMap<>();

  private Contract() {}

  /** The description, as it is published. */
  public static JsonObject document() {
    return DOCUMENT;
  }

  /**
   * Fails with a sentence if the answer is not one that is described, or if a body was taken that
   * is not.
   *
   * @param path escaped, below {@code /api/}, with its query
   */
  public static void keptBy(String verb, String path, Optional<String> body, Answer answer) {
    String asked = path.replaceFirst("[?#].*", "");
    if (VERBS.contains(verb) && asked.startsWith(VERSION) && !OF_THE_DESCRIPTION.contains(asked)) {
      breach(verb, asked, body, answer)
          .ifPresent(
              breach -> {
                throw new AssertionError(
                    "The description of v1 is not kept: %s: %s".formatted(answer, breach));
              });
    }
  }

  /** What is not as described, if anything. */
  private static Optional<String> breach(
      String verb, String asked, Optional<String> body, Answer answer) {
    if (isOfNoApplication(asked, answer)) {
      return Optional.empty();
    }
    Optional<JsonObject> operation = operation(verb, asked);
    if (operation.isEmpty()) {
      return answer.status() < 300
          ? Optional.of("no operation of that path and method is described.")
          : Optional.empty();
    }
    String name = operation.get().getString("operationId");
    return wrong(operation.get().getJsonObject("responses"), answer)
        .or(() -> taken(operation.get(), body, answer))
        .map(wrong -> "%s, status %d: %s".formatted(name, answer.status(), wrong));
  }

  /** The container's own: while HaaS is being deployed or ends, and of NUL in a path. */
  private static boolean isOfNoApplication(String asked, Answer answer) {
    boolean absent =
        (answer.status() == 404 || answer.status() == 503) && media(answer).equals("text/html");
    boolean nul = answer.status() == 400 && answer.body().isEmpty() && asked.contains("%00");
    return absent || nul;
  }

  /** What was taken is described; a body that nobody looks at is none. */
  private static Optional<String> taken(
      JsonObject operation, Optional<String> body, Answer answer) {
    boolean looked = operation.containsKey("requestBody") && answer.status() < 400;
    if (!looked || body.filter(text -> !text.isBlank()).isEmpty()) {
      return Optional.empty();
    }
    JsonObject content = operation.getJsonObject("requestBody").getJsonObject("content");
    JsonValue schema = content.getJsonObject("application/json").get("schema");
    return differs(schema, body.get())
        .flatMap(different -> differs(schema, withoutNulls(value(body.get())).toString()))
        .map(different -> "a body was taken that is not described: " + different);
  }

  /** A field that is null is one that is not there. */
  private static JsonValue withoutNulls(JsonValue value) {
    if (value instanceof JsonArray array) {
      JsonArrayBuilder items = Json.createArrayBuilder();
      array.forEach(item -> items.add(withoutNulls(item)));
      return items.build();
    }
    if (!(value instanceof JsonObject object)) {
      return value;
    }
    JsonObjectBuilder fields = Json.createObjectBuilder();
    object.forEach(
        (name, field) -> {
          if (field != JsonValue.NULL) {
            fields.add(name, withoutNulls(field));
          }
        });
    return fields.build();
  }

  private static Optional<String> wrong(JsonObject responses, Answer answer) {
    String status = Integer.toString(answer.status());
    boolean refused = answer.status() >= 400;
    if (!responses.containsKey(status) && !refused) {
      return Optional.of("described are only " + responses.keySet() + ".");
    }
    JsonObject response =
        responses.getJsonObject(responses.containsKey(status) ? status : "default");
    JsonObject content = response.getJsonObject("content");
    if (content == null) {
      return Optional.of("a body, where none is described.")
          .filter(body -> !answer.body().isEmpty());
    }
    if (!content.containsKey(media(answer))) {
      return Optional.of(
          "the media type is %s, described is %s.".formatted(media(answer), content.keySet()));
    }
    return Optional.ofNullable(content.getJsonObject(media(answer)).get("schema"))
        .filter(schema -> media(answer).endsWith("json"))
        .flatMap(schema -> differs(schema, answer.body()));
  }

  private static Optional<String> differs(JsonValue schema, String body) {
    try {
      Set<ValidationMessage> found = schema(schema).validate(body, InputFormat.JSON);
      return Optional.of(found)
          .filter(differences -> !differences.isEmpty())
          .map(
              differences ->
                  differences.stream()
                      .map(ValidationMessage::getMessage)
                      .collect(Collectors.joining("; ")));
    } catch (IllegalArgumentException notJson) {
      return Optional.of("no JSON.");
    }
  }

  /** What holds a value against a schema of the description. */
  private static JsonSchema schema(JsonValue schema) {
    return COMPILED.computeIfAbsent(schema, wanted -> compiled(wanted, COMPONENTS));
  }

  /** What holds a value against a schema, whose references are to these components. */
  static JsonSchema compiled(JsonValue schema, JsonValue components) {
    JsonObject whole =
        Json.createObjectBuilder()
            .add("allOf", Json.createArrayBuilder().add(schema))
            .add("components", components)
            .build();
    return SCHEMAS.getSchema(whole.toString(), STRICT);
  }

  /** JSON. */
  static JsonValue value(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return reader.readValue();
    }
  }

  private static String media(Answer answer) {
    return answer
        .header("Content-Type")
        .map(type -> type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT))
        .orElse("");
  }

  /** The one that is meant: words before parameters. The container resolves a traversal itself. */
  private static Optional<JsonObject> operation(String verb, String asked) {
    List<String> parts = List.of(asked.replaceFirst("/$", "").split("/", -1));
    boolean resolved = isResolved(asked);
    return DOCUMENT.getJsonObject("paths").entrySet().stream()
        .filter(path -> !resolved && isOf(List.of(path.getKey().substring(1).split("/")), parts))
        .min(Comparator.comparing(path -> path.getKey().replace('{', '~')))
        .map(path -> path.getValue().asJsonObject().getJsonObject(verb.toLowerCase(Locale.ROOT)));
  }

  /** Whether the container makes another path of it before HaaS sees it, maybe the portal's. */
  public static boolean isResolved(String path) {
    return path.toLowerCase(Locale.ROOT).matches(".*(%5c|%2e%2e|;|(/|%2f)[.]).*");
  }

  private static boolean isOf(List<String> template, List<String> parts) {
    if (template.size() != parts.size()) {
      return false;
    }
    for (int i = 0; i < parts.size(); i++) {
      boolean parameter = template.get(i).startsWith("{") && !parts.get(i).isEmpty();
      if (!parameter && !template.get(i).equals(parts.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** With each object closed to fields that are not described. */
  private static JsonValue closed(JsonValue value) {
    if (value instanceof JsonArray array) {
      JsonArrayBuilder items = Json.createArrayBuilder();
      array.forEach(item -> items.add(closed(item)));
      return items.build();
    }
    if (!(value instanceof JsonObject object)) {
      return value;
    }
    JsonObjectBuilder fields = Json.createObjectBuilder();
    object.forEach((name, field) -> fields.add(name, closed(field)));
    boolean open = object.containsKey("properties") && !object.containsKey("additionalProperties");
    return open ? fields.add("additionalProperties", false).build() : fields.build();
  }

  private static JsonObject read() {
    try (JsonReader reader = Json.createReader(Files.newInputStream(DESCRIPTION))) {
      return reader.readObject();
    } catch (IOException missing) {
      throw new UncheckedIOException("The API is described at build time; build first.", missing);
    }
  }
}
