package org.haas.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.http.HttpHeaders;
import java.util.Optional;

/**
 * What the API said.
 *
 * @param request for messages, such as {@code GET /api/v1/nodes}
 */
public record Answer(String request, int status, String body, HttpHeaders headers) {
  /** The body, which must be a JSON object. */
  public JsonObject json() {
    try (JsonReader reader = Json.createReader(new StringReader(body))) {
      return reader.readObject();
    } catch (JsonException notJson) {
      throw new AssertionError(this + " is no JSON object.", notJson);
    }
  }

  /** A header's first value. */
  public Optional<String> header(String name) {
    return headers.firstValue(name);
  }

  /** This answer, which must have that status. */
  public Answer is(int expected) {
    assertThat(status).as(toString()).isEqualTo(expected);
    return this;
  }

  /** This answer, which must be a success. */
  public Answer isDone() {
    assertThat(status).as(toString()).isBetween(200, 299);
    return this;
  }

  @Override
  public String toString() {
    return "%s -> %d %s".formatted(request, status, body);
  }
}
