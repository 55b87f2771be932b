package org.haas.cli.wire;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.haas.cli.json.JsonText;
import org.haas.cli.process.ExitCode;
import org.haas.cli.process.Failure;

/**
 * One caller of a HaaS.
 *
 * @param identity whose token is sent
 */
public record Api(Endpoint endpoint, Http http, Identity identity) {
  private static final int GOOD = 200;

  /** Whose requests these are. */
  public interface Identity {
    /**
     * A token that is good now.
     *
     * @throws Failure NOT_LOGGED_IN
     */
    String token();

    /** What to do when HaaS does not take that token. */
    String remedy();
  }

  /**
   * Asks, and answers what says yes.
   *
   * @param path below {@code /api/}, escaped, with its query
   * @throws Failure with HaaS's sentence
   */
  public Answer send(String method, String path, Optional<JsonObject> body) {
    return send(method, path, body.map(JsonObject::toString).orElse(""));
  }

  /** The same with a body that is a text already; empty: none. */
  public Answer send(String method, String path, String json) {
    BodyPublisher body = json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json);
    HttpRequest.Builder request = request(path).method(method, body);
    if (!json.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    HttpResponse<String> response = http.send(request);
    String asked = "%s %s".formatted(method, endpoint.at("api/" + path));
    return checked(new Answer(asked, response.statusCode(), response.body()));
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(endpoint.at("api/" + path));
    try {
      return request.header("Authorization", "Bearer " + identity.token());
    } catch (IllegalArgumentException strange) {
      throw Failure.usage("The token has characters that no token has.");
    }
  }

  private Answer checked(Answer answer) {
    if (answer.isNotLoggedIn()) {
      throw new Failure(ExitCode.NOT_LOGGED_IN, identity.remedy());
    }
    return answer.orThrow();
  }

  /** Asks for one thing. */
  public JsonObject get(String path) {
    return send("GET", path, "").object();
  }

  /** Asks for a list, all its parts. */
  public List<JsonObject> all(String path) {
    List<JsonObject> rows = new ArrayList<>();
    JsonObject part = get(path);
    add(part, rows);
    while (part.get("next") instanceof JsonString next) {
      String separator = path.contains("?") ? "&" : "?";
      part = get(path + separator + "cursor=" + Http.escaped(next.getString()));
      add(part, rows);
    }
    return rows;
  }

  /** Asks for the first part of a list. */
  public List<JsonObject> part(String path) {
    List<JsonObject> rows = new ArrayList<>();
    add(get(path), rows);
    return rows;
  }

  private static void add(JsonObject part, List<JsonObject> rows) {
    JsonText.list(part, "items").forEach(item -> rows.add(row(item)));
  }

  /** Some lists are of names alone. */
  private static JsonObject row(JsonValue item) {
    return item instanceof JsonObject object ? object : JsonText.object().add("name", item).build();
  }

  /** Asks for bytes that come as they are made; for the caller to close. */
  public InputStream stream(String path) {
    HttpRequest request = request(path).GET().build();
    HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
    if (response.statusCode() != GOOD) {
      throw refused(path, response);
    }
    return response.body();
  }

  private Failure refused(String path, HttpResponse<InputStream> response) {
    try (InputStream body = response.body()) {
      String text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
      checked(new Answer("GET " + path, response.statusCode(), text));
    } catch (IOException gone) {
      return Http.unreachable(response.uri(), gone);
    }
    return new Failure(ExitCode.FAILED, path + " was answered " + response.statusCode() + ".");
  }
}
