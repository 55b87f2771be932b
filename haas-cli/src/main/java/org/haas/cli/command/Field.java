package org.haas.cli.command;

import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.function.Function;
import org.haas.cli.json.JsonText;

/**
 * A field of a request's body.
 *
 * @param value from what was given; empty: the field is left out
 */
record Field(String name, Function<Session, Optional<JsonValue>> value) {
  static Field text(String name, String from) {
    return new Field(name, session -> session.given().optional(from).map(JsonText::value));
  }

  static Field number(String name, String from) {
    return new Field(name, session -> session.given().number(from).map(JsonText::value));
  }

  static Field flag(String name, String from) {
    return new Field(
        name,
        session -> session.given().has(from) ? Optional.of(JsonValue.TRUE) : Optional.empty());
  }

  /** Any JSON; what is none counts as a text. */
  static Field json(String name, String from) {
    return new Field(
        name,
        session ->
            session
                .given()
                .optional(from)
                .map(text -> JsonText.read(text).orElseGet(() -> JsonText.value(text))));
  }

  static Field constant(String name, JsonValue value) {
    return new Field(name, session -> Optional.of(value));
  }

  static Field secret(String name, String from) {
    return new Field(name, session -> session.secrets().given(from).map(JsonText::value));
  }

  void add(Session session, JsonObjectBuilder body) {
    value.apply(session).ifPresent(found -> body.add(name, found));
  }
}
