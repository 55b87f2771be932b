package org.haas.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The HaaS that the tests ask: system properties {@code haas.url}, {@code haas.issuer} and {@code
 * haas.state}, or what {@code ./run} takes: HAAS_HTTP_PORT, HAAS_KEYCLOAK_PORT, HAAS_STATE.
 */
public final class Running {
  private Running() {}

  /** Where portal and API are, without a slash at the end. */
  public static URI url() {
    return URI.create(
        setting("haas.url", "http://localhost:" + variable("HAAS_HTTP_PORT", "8080")));
  }

  /** The OpenID provider. */
  public static URI issuer() {
    return URI.create(
        setting(
            "haas.issuer",
            "http://localhost:" + variable("HAAS_KEYCLOAK_PORT", "8180") + "/realms/haas"));
  }

  /** Where it keeps everything, absolute. */
  public static Path state() {
    return Path.of(setting("haas.state", variable("HAAS_STATE", "../.run")))
        .toAbsolutePath()
        .normalize();
  }

  /** The password of a demo user, from the file {@code credentials} of the state. */
  public static String password(String user) {
    Path file = state().resolve("credentials");
    try {
      return Files.readAllLines(file).stream()
          .filter(line -> line.startsWith(user + ":"))
          .map(line -> line.substring(user.length() + 1))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException(file + " has no line for " + user + "."));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("No HaaS runs here: " + file + " is missing.", unreadable);
    }
  }

  private static String setting(String name, String otherwise) {
    return Optional.ofNullable(System.getProperty(name)).orElse(otherwise);
  }

  private static String variable(String name, String otherwise) {
    return Optional.ofNullable(System.getenv(name)).orElse(otherwise);
  }
}
