package org.haas.cli.catalogue;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Optional;
import org.haas.cli.command.Given;
import org.haas.cli.command.Session;
import org.haas.cli.json.JsonText;
import org.haas.cli.process.ExitCode;
import org.haas.cli.process.Failure;
import org.haas.cli.wire.Answer;
import org.haas.cli.wire.Http;

/** Taking many machines together, and giving machines back. */
final class Reservations {
  private static final String NODES = "nodes";
  private static final String PROJECT = "project";

  private Reservations() {}

  /** Those that are named. */
  static void these(Session session) {
    show(session, ask(session, "v1/reservations", named(session)));
  }

  /** As many as are wanted. */
  static void any(Session session) {
    Given given = session.given();
    JsonObjectBuilder wanted =
        JsonText.object()
            .add(PROJECT, given.text(PROJECT))
            .add(
                "count",
                given.number("count").orElseThrow(() -> Failure.usage("COUNT is missing.")));
    JsonObjectBuilder facts = JsonText.object();
    for (String fact : given.all("with")) {
      int equals = fact.indexOf('=');
      if (equals < 1) {
        throw Failure.usage("--with: '%s' is not LABEL=VALUE.".formatted(fact));
      }
      String value = fact.substring(equals + 1);
      facts.add(
          fact.substring(0, equals), JsonText.read(value).orElseGet(() -> JsonText.value(value)));
    }
    show(session, ask(session, "v1/reservations", wanted.add("metadata", facts)));
  }

  /** All of them; with {@code --wait} until they are free. */
  static void release(Session session) {
    JsonObject left = ask(session, "v1/releases", named(session));
    if (session.given().has("wait")) {
      objects(left, "items").stream()
          .filter(node -> node.containsKey("release"))
          .forEach(node -> session.operations().await(node.getString("release")));
    }
    show(session, left);
  }

  private static JsonObjectBuilder named(Session session) {
    JsonArrayBuilder nodes = JsonText.array();
    session.given().all(NODES).forEach(nodes::add);
    return JsonText.object().add(PROJECT, session.given().text(PROJECT)).add(NODES, nodes);
  }

  private static JsonObject ask(Session session, String path, JsonObjectBuilder body) {
    return session.api().send("POST", path, Optional.of(body.build())).object();
  }

  private static void show(Session session, JsonObject nodes) {
    session.output().list(objects(nodes, "items"), Views.NODE);
  }

  /** Only if that project holds it: another's machine is not given back by a slip of the pen. */
  static void remove(Session session) {
    String project = session.given().text(PROJECT);
    String name = session.given().text("node");
    String path = "v1/nodes/" + Http.escaped(name);
    JsonObject node = session.api().get(path);
    if (!node.getString(PROJECT, "").equals(project)) {
      throw new Failure(
          ExitCode.REFUSED, "Node %s is not held by project %s.".formatted(name, project));
    }
    if (session.given().has("force")) {
      detachAll(session, path, node);
    }
    Answer answer = session.api().send("DELETE", path + "/reservation", "");
    if (answer.isAccepted()) {
      session.operations().follow(answer.object());
    } else {
      session.output().changed(answer.object(), Views.NODE);
    }
  }

  /** One after the other: a NIC has one open operation at a time. */
  private static void detachAll(Session session, String path, JsonObject node) {
    for (JsonObject nic : objects(node, "nics")) {
      for (JsonObject on : objects(nic, "networks")) {
        String attachment =
            "%s/nics/%s/networks/%s"
                .formatted(
                    path,
                    Http.escaped(nic.getString("name")),
                    Http.escaped(on.getString("network")));
        JsonObject operation = session.api().send("DELETE", attachment, "").object();
        session.operations().await(operation.getString("id"));
      }
    }
  }

  private static List<JsonObject> objects(JsonObject of, String name) {
    return JsonText.list(of, name).getValuesAs(JsonObject.class);
  }
}
