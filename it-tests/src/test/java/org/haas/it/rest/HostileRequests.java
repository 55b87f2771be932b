package org.haas.it.rest;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.haas.it.Contract;

/**
 * Requests made from the description of v1, well formed but for one thing: each path parameter,
 * query parameter and field of each operation with each hostile value, each operation with each
 * hostile body, header and method. What is not hostile names things of one site only.
 */
final class HostileRequests {
  private static final Pattern PARAMETER = Pattern.compile("\\{([A-Za-z]+)}");
  private static final String NOBODYS = "x1";
  private static final Set<String> ONLY_TRIED = Set.of("applySite", "takeOverNode");

  /** A request; its headers are names and values by turns. */
  record Hostile(
      String operation, String verb, String path, Optional<String> body, List<String> headers) {
    @Override
    public String toString() {
      String sent = body.map(text -> text.substring(0, Math.min(200, text.length()))).orElse("");
      return "%s: %s %s %s %s".formatted(operation, verb, path, sent, headers);
    }
  }

  private record Operation(String verb, String path, JsonObject json) {
    String id() {
      return json.getString("operationId");
    }

    List<String> parameters(String place) {
      return Optional.ofNullable(json.getJsonArray("parameters")).stream()
          .flatMap(List::stream)
          .map(JsonValue::asJsonObject)
          .filter(parameter -> parameter.getString("in").equals(place))
          .map(parameter -> parameter.getString("name"))
          .toList();
    }

    Optional<JsonObject> example() {
      return Optional.ofNullable(json.getJsonObject("requestBody"))
          .map(body -> body.getJsonObject("content").getJsonObject("application/json"))
          .map(content -> content.getJsonObject("example"));
    }

    boolean isEndless() {
      return json.toString().contains("event-stream") || json.toString().contains("octet-stream");
    }
  }

  private final Map<String, String> names;
  private final Random random;
  private final List<List<Hostile>> groups = new ArrayList<>();

  /**
   * @param names of the site's things, by the parameter or field that stands for one; before it,
   *     with a dot, the operation, if it has one of its own
   */
  HostileRequests(Map<String, String> names, long seed) {
    this.names = names;
    this.random = new Random(seed);
    Contract.document()
        .getJsonObject("paths")
        .forEach(
            (path, item) ->
                item.asJsonObject()
                    .forEach(
                        (verb, operation) ->
                            addAll(
                                new Operation(
                                    verb.toUpperCase(Locale.ROOT),
                                    path.substring(1),
                                    operation.asJsonObject()))));
  }

  /** So many, of each parameter of each operation as many as there are of each other's. */
  List<Hostile> next(int count) {
    List<Iterator<Hostile>> left = new ArrayList<>();
    for (List<Hostile> group : groups) {
      List<Hostile> mixed = new ArrayList<>(group);
      Collections.shuffle(mixed, random);
      left.add(mixed.iterator());
    }
    List<Hostile> requests = new ArrayList<>();
    while (requests.size() < count && !left.isEmpty()) {
      left.removeIf(group -> !group.hasNext());
      left.forEach(group -> requests.add(group.next()));
    }
    List<Hostile> some = requests.subList(0, Math.min(count, requests.size()));
    Collections.shuffle(some, random);
    return some;
  }

  private void addAll(Operation operation) {
    hostilePaths(operation);
    hostileQueries(operation);
    hostileBodies(operation);
    Optional<String> body = operation.example().map(example -> named(operation, example));
    groups.add(
        HostileValues.HEADERS.stream()
            .flatMap(
                name -> HostileValues.HEADER_VALUES.stream().map(value -> List.of(name, value)))
            .map(headers -> request(operation, operation.path(), "", body.orElse(null), headers))
            .toList());
    groups.add(
        Stream.of("PATCH", "OPTIONS", "PROPFIND")
            .map(
                verb ->
                    new Hostile(operation.id(), verb, path(operation), Optional.empty(), List.of()))
            .toList());
  }

  private void hostilePaths(Operation operation) {
    Optional<String> body = operation.example().map(example -> named(operation, example));
    List<String> victims =
        PARAMETER.matcher(operation.path()).results().map(found -> found.group(1)).toList();
    for (String victim : victims) {
      group(
          HostileValues.TEXTS,
          text ->
              request(
                  operation,
                  operation.path().replace("{" + victim + "}", encoded(text)),
                  "",
                  body.orElse(null),
                  List.of()));
    }
    if (victims.isEmpty()) {
      group(
          HostileValues.TEXTS,
          text ->
              request(
                  operation,
                  operation.path() + "/" + encoded(text),
                  "",
                  body.orElse(null),
                  List.of()));
    }
  }

  private void hostileQueries(Operation operation) {
    List<String> victims = new ArrayList<>(operation.parameters("query"));
    victims.add("strange");
    String body =
        operation.id().equals("applySite")
            ? "{}"
            : operation.example().map(example -> named(operation, example)).orElse(null);
    for (String victim : victims) {
      boolean time = victim.equals("seconds");
      group(
          HostileValues.TEXTS.stream().filter(text -> !(time && text.isEmpty())).toList(),
          text ->
              request(operation, operation.path(), victim + "=" + encoded(text), body, List.of()));
    }
  }

  private void hostileBodies(Operation operation) {
    group(HostileValues.BODIES, body -> request(operation, operation.path(), "", body, List.of()));
    if (operation.example().isPresent()) {
      JsonObject example = JsonFields.parse(named(operation, operation.example().get()));
      List<JsonValue> values = new ArrayList<>(BadValues.values().values());
      HostileValues.TEXTS.forEach(text -> values.add(Json.createValue(text)));
      for (String field : JsonFields.pointers(example)) {
        List<String> bodies = new ArrayList<>();
        bodies.add(JsonFields.without(example, field));
        values.forEach(value -> bodies.add(JsonFields.with(example, field, value)));
        group(bodies, body -> request(operation, operation.path(), "", body, List.of()));
      }
    }
  }

  private void group(List<String> values, Function<String, Hostile> request) {
    groups.add(values.stream().map(request).toList());
  }

  /** A site is only ever tried, and what does not end ends in a second. */
  private Hostile request(
      Operation operation, String template, String query, String body, List<String> headers) {
    List<String> queries = new ArrayList<>();
    if (!query.isEmpty()) {
      queries.add(query);
    }
    if (operation.isEndless() && !query.startsWith("seconds=")) {
      queries.add("seconds=1");
    }
    if (ONLY_TRIED.contains(operation.id()) && !query.startsWith("dryRun=")) {
      queries.add("dryRun=true");
    }
    String path = path(new Operation(operation.verb(), template, operation.json()));
    return new Hostile(
        operation.id(),
        operation.verb(),
        queries.isEmpty() ? path : path + "?" + String.join("&", queries),
        Optional.ofNullable(body),
        headers);
  }

  /** What is deleted is nobody's, so that the site stays as it is. */
  private String path(Operation operation) {
    String path = operation.path();
    List<String> found = PARAMETER.matcher(path).results().map(match -> match.group(1)).toList();
    for (String name : found) {
      boolean victim = operation.verb().equals("DELETE") && path.endsWith("{" + name + "}");
      path =
          path.replace("{" + name + "}", victim ? nobodys(name) : name(operation, name, NOBODYS));
    }
    return path;
  }

  private static String nobodys(String parameter) {
    return parameter.equals("id") ? "00000000-0000-0000-0000-000000000000" : NOBODYS;
  }

  private String name(Operation operation, String name, String otherwise) {
    return names.getOrDefault(operation.id() + "." + name, names.getOrDefault(name, otherwise));
  }

  /** The example, about things of the site. */
  private String named(Operation operation, JsonObject example) {
    JsonObjectBuilder named = Json.createObjectBuilder();
    example.forEach(
        (field, value) ->
            named.add(
                field,
                value instanceof JsonString text
                    ? Json.createValue(name(operation, field, text.getString()))
                    : value));
    return named.build().toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
