package org.haas.cli.catalogue;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.haas.cli.command.Given;
import org.haas.cli.command.Session;
import org.haas.cli.json.JsonText;
import org.haas.cli.process.Failure;

/** What options give in other forms than a text: settings of drivers, files. */
final class Settings {
  private Settings() {}

  /** From {@code --set NAME=VALUE}; empty: there are none. */
  static Optional<JsonObject> of(Given given) {
    List<String> pairs = given.all("set");
    JsonObjectBuilder settings = JsonText.object();
    for (String pair : pairs) {
      int equals = pair.indexOf('=');
      if (equals < 1) {
        throw Failure.usage("--set: '%s' is not NAME=VALUE.".formatted(pair));
      }
      settings.add(pair.substring(0, equals), pair.substring(equals + 1));
    }
    return pairs.isEmpty() ? Optional.empty() : Optional.of(settings.build());
  }

  /** What is in a file; {@code -}: on stdin. */
  static String file(Session session, String name) {
    try {
      byte[] bytes =
          name.equals("-")
              ? session.world().in().readAllBytes()
              : Files.readAllBytes(Path.of(name));
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw Failure.usage("%s cannot be read: %s".formatted(name, unreadable));
    }
  }
}
