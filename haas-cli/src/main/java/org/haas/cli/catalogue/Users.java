package org.haas.cli.catalogue;

import jakarta.json.JsonObject;
import java.util.Optional;
import org.haas.cli.command.Session;
import org.haas.cli.json.JsonText;
import org.haas.cli.wire.Http;

/** Users, who are administrators or not: HIL has a word for both. */
final class Users {
  private Users() {}

  static void create(Session session) {
    JsonObject user =
        JsonText.object()
            .add("username", session.given().text("username"))
            .add("password", session.secrets().given("password").orElseThrow())
            .add("admin", isAdmin(session))
            .build();
    JsonObject made = session.api().send("POST", "v1/users", Optional.of(user)).object();
    session.output().changed(made, Views.USER);
  }

  static void administrator(Session session) {
    String path = "v1/users/%s/admin".formatted(Http.escaped(session.given().text("username")));
    JsonObject wanted = JsonText.object().add("admin", isAdmin(session)).build();
    session.api().send("PUT", path, Optional.of(wanted));
  }

  private static boolean isAdmin(Session session) {
    return session.given().text("role").equals("admin");
  }
}
