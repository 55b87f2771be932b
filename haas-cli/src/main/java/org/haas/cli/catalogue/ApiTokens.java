package org.haas.cli.catalogue;

import static org.haas.cli.command.Call.delete;
import static org.haas.cli.command.Call.get;
import static org.haas.cli.command.Command.asking;
import static org.haas.cli.command.Command.doing;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.haas.cli.command.Command;
import org.haas.cli.command.Session;
import org.haas.cli.json.JsonText;
import org.haas.cli.output.View;

/** A person's API tokens. */
final class ApiTokens {
  private static final View TOKEN =
      View.of(
          "name", "projects", "read only=readOnly", "admin", "+created", "expires", "used", "+id");

  private static final View MADE = View.of("name", "+id", "expires", "token");

  private ApiTokens() {}

  static Stream<Command> all() {
    return Stream.of(
        asking("token list", "Your API tokens.", get("v1/tokens").many(TOKEN)),
        doing(
                "token create TOKEN",
                "Make an API token, and show it this once; HAAS_TOKEN takes it.",
                ApiTokens::create)
            .option("--project PROJECT...", "Only for this project; may be given many times.")
            .option("--read-only", "It changes nothing.")
            .option("--admin", "It is an administrator, as you are.")
            .option("--days DAYS", "How long it is good: 1 to 366, by default 90."),
        asking("token revoke TOKEN", "End an API token at once.", delete("v1/tokens/{token}")),
        asking(
            "user token list USER",
            "Somebody's API tokens (administrators).",
            get("v1/users/{user}/tokens").many(TOKEN)),
        asking(
            "user token revoke USER TOKEN",
            "End an API token of somebody at once (administrators).",
            delete("v1/users/{user}/tokens/{token}")));
  }

  private static void create(Session session) {
    JsonObjectBuilder wanted = JsonText.object().add("name", session.given().text("token"));
    List<String> projects = session.given().all("project");
    if (!projects.isEmpty()) {
      JsonArrayBuilder names = JsonText.array();
      projects.forEach(names::add);
      wanted.add("projects", names);
    }
    if (session.given().has("read-only")) {
      wanted.add("readOnly", true);
    }
    if (session.given().has("admin")) {
      wanted.add("admin", true);
    }
    session.given().number("days").ifPresent(days -> wanted.add("days", days));
    JsonObject made = session.api().send("POST", "v1/tokens", Optional.of(wanted.build())).object();
    session.output().single(made, MADE);
  }
}
