package org.haas.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The passwords of the demo users, one line {@code user:password} each, made at the first start.
 */
final class Credentials {
  private static final List<String> USERS = List.of("admin", "physics", "biology");

  private final Map<String, String> passwords = new LinkedHashMap<>();

  private Credentials() {}

  /** Those of a state; made when missing. */
  static Credentials of(State state) throws IOException {
    Credentials credentials = new Credentials();
    if (Files.exists(state.credentials())) {
      Files.readAllLines(state.credentials()).forEach(credentials::take);
    }
    USERS.forEach(
        user -> credentials.passwords.computeIfAbsent(user, missing -> Passwords.random(16)));
    State.privateFile(state.credentials(), credentials.lines());
    return credentials;
  }

  private void take(String line) {
    int colon = line.indexOf(':');
    if (colon > 0) {
      passwords.put(line.substring(0, colon), line.substring(colon + 1));
    }
  }

  String password(String user) {
    return passwords.get(user);
  }

  /** What the realm file asks for: {@code HAAS_PASSWORD_ADMIN} and so on. */
  Map<String, String> forTheRealm() {
    return passwords.entrySet().stream()
        .collect(
            Collectors.toMap(
                entry -> "HAAS_PASSWORD_" + entry.getKey().toUpperCase(Locale.ROOT),
                Map.Entry::getValue));
  }

  /** The file as it is kept. */
  String lines() {
    return passwords.entrySet().stream()
        .map(entry -> entry.getKey() + ":" + entry.getValue() + "\n")
        .collect(Collectors.joining());
  }
}
