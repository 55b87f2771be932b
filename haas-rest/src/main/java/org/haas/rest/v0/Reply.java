package org.haas.rest.v0;

import static org.haas.document.JsonLibrary.JSON;

import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.haas.operation.OperationView;
import org.haas.rest.wire.Views;

/** Answers in HIL's forms. */
final class Reply {
  private Reply() {}

  /** 200 without a body. */
  static Response done() {
    return Response.ok().build();
  }

  /** 200 with that JSON. */
  static Response json(JsonValue value) {
    return json(200, value);
  }

  /** 200 with an array of the names, sorted. */
  static Response sorted(Collection<?> names) {
    List<String> sorted = names.stream().map(Object::toString).sorted().toList();
    return json(200, Views.json(sorted));
  }

  /** What to ask about the operation, with that status. */
  static Response operation(int status, OperationView operation) {
    JsonObjectBuilder body = JSON.createObjectBuilder();
    return json(status, body.add("status_id", operation.id().toString()).build());
  }

  /** A refusal. */
  static Response error(int status, String type, String message) {
    return json(status, JSON.createObjectBuilder().add("type", type).add("msg", message).build());
  }

  /** A string, or null. */
  static JsonValue orNull(Optional<?> value) {
    return value
        .map(present -> (JsonValue) JSON.createValue(present.toString()))
        .orElse(JsonValue.NULL);
  }

  /** An array of strings, in that order. */
  static JsonValue array(Collection<?> texts) {
    return JSON.createArrayBuilder(texts.stream().map(Object::toString).toList()).build();
  }

  private static Response json(int status, JsonValue value) {
    return json(status, value.toString());
  }

  private static Response json(int status, String text) {
    return Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(text).build();
  }
}
