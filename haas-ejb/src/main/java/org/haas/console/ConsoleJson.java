package org.haas.console;

import static org.haas.document.JsonLibrary.JSON;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.haas.console.ConsoleEvent.Beginning;
import org.haas.console.ConsoleEvent.Kind;
import org.haas.console.ConsoleEvent.Lost;
import org.haas.console.ConsoleEvent.Notice;
import org.haas.console.ConsoleEvent.Status;

/** What HaaS says of a console, and what it is asked there, as JSON. */
final class ConsoleJson {
  private ConsoleJson() {}

  /** An event that is not the machine's. */
  static String write(ConsoleEvent event) {
    JsonObjectBuilder json = JSON.createObjectBuilder();
    if (event instanceof Notice notice) {
      json.add("type", "notice")
          .add("kind", notice.kind().name())
          .add("at", notice.at().toString())
          .add("words", notice.words())
          .add("sentence", notice.sentence());
    } else if (event instanceof Status status) {
      json.add("type", "status")
          .add("connected", status.connected())
          .add("viewers", status.viewers())
          .add("keyboard", status.keyboard())
          .add("mine", status.mine());
    } else if (event instanceof Lost lost) {
      json.add("type", "lost").add("bytes", lost.bytes());
    } else if (event instanceof Beginning beginning) {
      json.add("type", "beginning")
          .add("hub", beginning.at().hub().toString())
          .add("position", beginning.at().bytes());
    }
    return json.build().toString();
  }

  /** What {@link #write} wrote; empty: something that only newer versions know. */
  static Optional<ConsoleEvent> read(String text) {
    try {
      JsonObject json = object(text);
      return Optional.ofNullable(
          switch (type(json)) {
            case "notice" -> notice(json);
            case "status" ->
                new Status(
                    json.getBoolean("connected"),
                    json.getInt("viewers"),
                    json.getString("keyboard"),
                    json.getBoolean("mine"));
            case "lost" -> new Lost(json.getJsonNumber("bytes").longValue());
            case "beginning" ->
                new Beginning(
                    new Position(
                        UUID.fromString(json.getString("hub")),
                        json.getJsonNumber("position").longValue()));
            default -> null;
          });
    } catch (IllegalArgumentException
        | ClassCastException
        | NullPointerException
        | DateTimeException strange) {
      return Optional.empty();
    }
  }

  private static Notice notice(JsonObject json) {
    return new Notice(
        Kind.valueOf(json.getString("kind")),
        Instant.parse(json.getString("at")),
        json.getString("words"));
  }

  /** A command such as {@code take}. */
  static String command(String type) {
    return JSON.createObjectBuilder().add("type", type).build().toString();
  }

  /**
   * An object.
   *
   * @throws IllegalArgumentException it is none
   */
  static JsonObject object(String text) {
    try (JsonReader reader = JSON.createReader(new StringReader(text))) {
      return reader.readObject();
    } catch (JsonException wrong) {
      throw new IllegalArgumentException(wrong);
    }
  }

  /**
   * What it says it is.
   *
   * @throws IllegalArgumentException it does not
   */
  static String type(JsonObject said) {
    if (said.get("type") instanceof JsonString type) {
      return type.getString();
    }
    throw new IllegalArgumentException("There is no type.");
  }
}
