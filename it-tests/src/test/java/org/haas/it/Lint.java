package org.haas.it;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a description of an API lacks for a client to be made from it. */
final class Lint {
  private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");
  private static final Pattern VERSION = Pattern.compile("3[.]0[.]\\d+");
  private static final Pattern ID = Pattern.compile("[a-z][a-zA-Z]+");
  private static final String OF_SCHEMAS = "#/components/schemas/";
  private static final Set<String> WITHOUT_BODY = Set.of("204", "304");
  private static final String PROBLEM = "application/problem+json";

  private final JsonObject document;
  private final List<String> wrong = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();
  private final Set<String> tags;

  private Lint(JsonObject document) {
    this.document = document;
    this.tags =
        array(document, "tags").stream()
            .map(tag -> tag.asJsonObject().getString("name"))
            .collect(Collectors.toSet());
  }

  /** Sentences; none if nothing is wrong. */
  static List<String> of(JsonObject document) {
    Lint lint = new Lint(document);
    lint.whole();
    document
        .getJsonObject("paths")
        .forEach(
            (path, item) ->
                item.asJsonObject()
                    .forEach((verb, operation) -> lint.operation(verb, path, operation)));
    lint.schemas().forEach((name, schema) -> lint.schema(name, schema.asJsonObject()));
    return lint.wrong;
  }

  private void whole() {
    check(VERSION.matcher(document.getString("openapi", "")).matches(), "it is no OpenAPI 3.0");
    check(!array(document, "security").isEmpty(), "nobody has to log in");
    Set<String> referred = new TreeSet<>();
    collect(document, referred);
    Set<String> there = new TreeSet<>(schemas().keySet());
    there.removeAll(referred);
    referred.removeAll(schemas().keySet());
    there.forEach(name -> wrong.add("schema " + name + " is not used"));
    referred.forEach(name -> wrong.add("schema " + name + " is not there"));
  }

  private void operation(String verb, String path, JsonValue value) {
    JsonObject operation = value.asJsonObject();
    String name = verb.toUpperCase(Locale.ROOT) + " " + path;
    String id = operation.getString("operationId", "");
    check(ID.matcher(id).matches(), name + " has no operationId");
    check(ids.add(id), name + " has another's operationId");
    check(isText(operation, "summary"), name + " has no summary");
    List<String> of = array(operation, "tags").getValuesAs(JsonString::getString);
    check(of.size() == 1 && tags.containsAll(of), name + " does not have one tag that is listed");
    parameters(name, path, operation);
    Optional.ofNullable(operation.getJsonObject("requestBody"))
        .ifPresent(body -> request(name, body));
    JsonObject responses = object(operation, "responses");
    check(
        responses.keySet().stream().anyMatch(status -> status.startsWith("2")),
        name + " has no success");
    check(responses.containsKey("default"), name + " does not say how it is refused");
    responses.forEach((status, of1) -> response(name, status, of1.asJsonObject()));
  }

  private void parameters(String name, String path, JsonObject operation) {
    Set<String> described = new HashSet<>();
    Set<String> all = new HashSet<>();
    for (JsonValue value : array(operation, "parameters")) {
      JsonObject parameter = value.asJsonObject();
      String of = parameter.getString("name");
      check(all.add(parameter.getString("in") + of), name + " has parameter " + of + " twice");
      check(says(parameter.get("schema")), name + ": parameter " + of + " has no schema");
      check(isText(parameter, "description"), name + ": nobody says what parameter " + of + " is");
      if (parameter.getString("in").equals("path") && parameter.getBoolean("required", false)) {
        described.add(of);
      }
    }
    Set<String> named =
        PARAMETER.matcher(path).results().map(found -> found.group(1)).collect(Collectors.toSet());
    check(described.equals(named), name + " describes other parameters of the path than it has");
  }

  private void request(String name, JsonObject body) {
    JsonObject media = object(object(body, "content"), "application/json");
    check(media.containsKey("example"), name + ": its body has no example");
    JsonObject schema = resolved(object(media, "schema"));
    check(schema.containsKey("properties"), name + ": its body has no properties");
    example(name, media);
  }

  private void response(String name, String status, JsonObject response) {
    String of = name + ", answer " + status;
    check(isText(response, "description"), of + " has no description");
    JsonObject content = object(response, "content");
    check(!content.isEmpty() || WITHOUT_BODY.contains(status), of + " has no content");
    if (status.equals("default") || status.matches("[45]..")) {
      check(content.keySet().equals(Set.of(PROBLEM)), of + " is no problem");
    }
    content.forEach(
        (type, media) -> {
          check(says(media.asJsonObject().get("schema")), of + " has no schema of " + type);
          example(of, media.asJsonObject());
        });
  }

  private void schema(String name, JsonObject schema) {
    check(!name.matches(".*\\d"), name + " is numbered: two things have one name");
    JsonObject fields = object(schema, "properties");
    Set<String> required =
        new HashSet<>(array(schema, "required").getValuesAs(JsonString::getString));
    required.removeAll(fields.keySet());
    check(required.isEmpty(), name + " requires what it does not have: " + required);
    boolean request = name.endsWith("Request");
    check(
        fields.isEmpty() || request || schema.containsKey("required"),
        name + " does not say which fields are always there");
    fields.forEach(
        (field, of) -> {
          String at = name + "." + field;
          check(!request || isText(of.asJsonObject(), "description"), at + " has no description");
          example(at, of.asJsonObject());
        });
    if (schema.containsKey("example")) {
      valid(name, schema, schema.get("example"));
    }
  }

  private void example(String name, JsonObject holder) {
    if (holder.containsKey("example")) {
      valid(name, holder.getOrDefault("schema", holder), holder.get("example"));
    }
  }

  private void valid(String name, JsonValue schema, JsonValue example) {
    JsonSchema compiled = Contract.compiled(schema, document.get("components"));
    compiled
        .validate(example.toString(), InputFormat.JSON)
        .forEach(differs -> wrong.add(name + ": its example is none: " + differs.getMessage()));
  }

  private JsonObject resolved(JsonObject schema) {
    String reference = schema.getString("$ref", "");
    return reference.isEmpty()
        ? schema
        : object(schemas(), reference.substring(OF_SCHEMAS.length()));
  }

  private Map<String, JsonValue> schemas() {
    return object(object(document, "components"), "schemas");
  }

  private void check(boolean right, String sentence) {
    if (!right) {
      wrong.add(sentence);
    }
  }

  private static void collect(JsonValue value, Set<String> referred) {
    if (value instanceof JsonArray array) {
      array.forEach(item -> collect(item, referred));
    } else if (value instanceof JsonObject object) {
      String reference = object.get("$ref") instanceof JsonString text ? text.getString() : "";
      if (reference.startsWith(OF_SCHEMAS)) {
        referred.add(reference.substring(OF_SCHEMAS.length()));
      }
      object.values().forEach(field -> collect(field, referred));
    }
  }

  private static boolean isText(JsonObject of, String name) {
    return !of.getString(name, "").isBlank();
  }

  private static boolean says(JsonValue schema) {
    return schema instanceof JsonObject object && !object.isEmpty();
  }

  private static JsonArray array(JsonObject of, String name) {
    JsonArray found = of.getJsonArray(name);
    return found == null ? JsonValue.EMPTY_JSON_ARRAY : found;
  }

  private static JsonObject object(Map<String, JsonValue> of, String name) {
    return of.get(name) instanceof JsonObject found ? found : JsonValue.EMPTY_JSON_OBJECT;
  }
}
