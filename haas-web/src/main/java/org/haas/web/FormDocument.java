package org.haas.web;

import static org.haas.document.JsonLibrary.JSON;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.function.Function;
import org.haas.document.Fields;

/**
 * What somebody typed into a form, as the document that a program would send: both are read, and
 * refused, by the same words. An empty field is not in it.
 */
final class FormDocument {
  private final JsonObjectBuilder json = JSON.createObjectBuilder();

  /** A text of one line. */
  FormDocument text(String field, String typed) {
    Input.text(typed).ifPresent(text -> json.add(field, text));
    return this;
  }

  /** A text of several lines, which end as people's systems do not agree about. */
  FormDocument lines(String field, String typed) {
    if (Input.text(typed).isPresent()) {
      json.add(field, typed.replace("\r\n", "\n"));
    }
    return this;
  }

  /** A whole number; what is none stays a text, and is refused as such. */
  FormDocument number(String field, String typed) {
    Input.text(typed)
        .ifPresent(
            text -> {
              if (text.matches("[0-9]{1,9}")) {
                json.add(field, Integer.parseInt(text));
              } else {
                json.add(field, text);
              }
            });
    return this;
  }

  /** Yes or no. */
  FormDocument flag(String field, boolean ticked) {
    json.add(field, ticked);
    return this;
  }

  /** A list, one on each line. */
  FormDocument list(String field, String typed) {
    JsonArrayBuilder items = JSON.createArrayBuilder();
    Input.text(typed).stream()
        .flatMap(String::lines)
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .forEach(items::add);
    json.add(field, items);
    return this;
  }

  /** Words of the form {@code key=value}; one that is not has itself as key, and no value. */
  FormDocument settings(String field, String typed) {
    JsonObjectBuilder settings = JSON.createObjectBuilder();
    for (String word : Input.text(typed).orElse("").split("\\s+")) {
      int equals = word.indexOf('=');
      if (!word.isEmpty()) {
        settings.add(
            equals > 0 ? word.substring(0, equals) : word,
            equals > 0 ? word.substring(equals + 1) : "");
      }
    }
    json.add(field, settings);
    return this;
  }

  /**
   * Reads it.
   *
   * @throws org.haas.document.InvalidRequest names the field that is missing or wrong
   */
  <T> T read(Function<Fields, T> reader) {
    return Fields.read(json.build(), "", reader);
  }
}
