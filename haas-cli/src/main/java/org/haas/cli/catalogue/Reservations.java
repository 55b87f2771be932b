package org.haas.cli.catalogue;

import jakarta.json.JsonObject;
import java.util.List;
import org.haas.cli.command.Session;
import org.haas.cli.json.JsonText;
import org.haas.cli.process.ExitCode;
import org.haas.cli.process.Failure;
import org.haas.cli.wire.Answer;
import org.haas.cli.wire.Http;

/** Giving machines back. */
final class Reservations {
  private Reservations() {}

  /** Only if that project holds it: another's machine is not given back by a slip of the pen. */
  static void remove(Session session) {
    String project = session.given().text("project");
    String name = session.given().text("node");
    String path = "v1/nodes/" + Http.escaped(name);
    JsonObject node = session.api().get(path);
    if (!node.getString("project", "").equals(project)) {
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
