package org.haas.launcher;

import java.util.Optional;

/**
 * A PostgreSQL database and the role that owns it.
 *
 * @param url in the form of JDBC
 */
record Database(String url, String user, String password) {

  /** The one that the environment names, if it names one. */
  static Optional<Database> of(Variables variables) {
    return variables
        .text("HAAS_DB_URL")
        .map(
            url ->
                new Database(
                    checked(url),
                    variables.required("HAAS_DB_USER", "HAAS_DB_URL names a database"),
                    variables.required("HAAS_DB_PASSWORD", "HAAS_DB_URL names a database")));
  }

  private static String checked(String url) {
    if (!url.startsWith("jdbc:postgresql://")) {
      throw new Failure(
          "HAAS_DB_URL=%s is not understood: give jdbc:postgresql://HOST:PORT/DATABASE."
              .formatted(url));
    }
    return url;
  }

  /** Without the password. */
  @Override
  public String toString() {
    return user + " at " + url;
  }
}
