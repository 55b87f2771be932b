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
import org.haas.cli.wire.Http;

/** Who is told what happens in a project. */
final class Webhooks {
  private static final String ONE = "v1/projects/{project}/webhooks/{webhook}";
  private static final View WEBHOOK =
      View.of(
          "name",
          "url",
          "events",
          "enabled",
          "+attempts",
          "failing since=failingSince",
          "+answered at=answeredAt",
          "answer");
  private static final View MADE = View.of("name", "secret");

  private Webhooks() {}

  static Stream<Command> all() {
    return Stream.of(
        asking(
            "webhook list PROJECT",
            "Who is told what happens in a project (managers).",
            get("v1/projects/{project}/webhooks").many(WEBHOOK)),
        asking("webhook show PROJECT WEBHOOK", "One webhook.", get(ONE).one(WEBHOOK)),
        doing(
                "webhook create PROJECT WEBHOOK URL",
                "Have a URL told, and show what calls are signed with, this once.",
                Webhooks::create)
            .option("--event EVENT...", "Only of this, such as node.* or operation.error."),
        doing(
                "webhook update PROJECT WEBHOOK URL",
                "Say anew who is told, and of what; what was not taken is told at once.",
                Webhooks::update)
            .option("--event EVENT...", "Only of this, such as node.* or operation.error.")
            .option("--disabled", "Tell nothing for now."),
        asking("webhook delete PROJECT WEBHOOK", "Tell a webhook nothing more.", delete(ONE)));
  }

  private static void create(Session session) {
    JsonObject wanted = wanted(session).add("name", session.given().text("webhook")).build();
    JsonObject made = session.api().send("POST", path(session), Optional.of(wanted)).object();
    session.output().single(made, MADE);
  }

  private static void update(Session session) {
    String path = path(session) + "/" + Http.escaped(session.given().text("webhook"));
    JsonObject wanted = wanted(session).add("enabled", !session.given().has("disabled")).build();
    JsonObject changed = session.api().send("PUT", path, Optional.of(wanted)).object();
    session.output().changed(changed, WEBHOOK);
  }

  private static JsonObjectBuilder wanted(Session session) {
    JsonObjectBuilder wanted = JsonText.object().add("url", session.given().text("url"));
    List<String> events = session.given().all("event");
    if (!events.isEmpty()) {
      JsonArrayBuilder all = JsonText.array();
      events.forEach(all::add);
      wanted.add("events", all);
    }
    return wanted;
  }

  private static String path(Session session) {
    return "v1/projects/%s/webhooks".formatted(Http.escaped(session.given().text("project")));
  }
}
