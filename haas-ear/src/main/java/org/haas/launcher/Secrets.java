package org.haas.launcher;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * What the parts prove themselves to one another with; made at the first start.
 *
 * @param database password of the role that owns the database
 * @param portalClient secret of the portal's client at Keycloak
 * @param keycloakAdmin password of Keycloak's own administrator, {@code admin} in its realm master
 * @param simulator password of the simulated switches
 */
record Secrets(String database, String portalClient, String keycloakAdmin, String simulator) {

  /** Those of a state, and its master key; made when missing. */
  static Secrets of(State state) throws IOException {
    Properties kept = new Properties();
    if (Files.exists(state.secrets())) {
      try (Reader reader = Files.newBufferedReader(state.secrets())) {
        kept.load(reader);
      }
    }
    Secrets secrets =
        new Secrets(
            keptOrNew(kept, "database"),
            keptOrNew(kept, "portal-client"),
            keptOrNew(kept, "keycloak-admin"),
            keptOrNew(kept, "simulator"));
    String text =
        kept.stringPropertyNames().stream()
            .sorted()
            .map(name -> name + "=" + kept.getProperty(name) + "\n")
            .collect(Collectors.joining());
    State.privateFile(state.secrets(), text);
    if (!Files.exists(state.masterKey())) {
      State.privateFile(state.masterKey(), Passwords.key(32) + "\n");
    }
    return secrets;
  }

  private static String keptOrNew(Properties kept, String name) {
    return (String) kept.computeIfAbsent(name, missing -> Passwords.random(32));
  }

  /** Nothing: these are secrets. */
  @Override
  public String toString() {
    return "Secrets";
  }
}
