package org.haas.cli.catalogue;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.util.List;
import org.haas.cli.command.Session;
import org.haas.cli.json.JsonText;
import org.haas.cli.output.Format;
import org.haas.cli.output.Plain;
import org.haas.cli.output.View;
import org.haas.cli.process.Failure;

/** Site documents, and waiting. */
final class Sites {
  private static final View CHANGES = View.of("changes", "applied");

  private Sites() {}

  /** People read a line for each change. */
  static void apply(Session session, boolean dryRun) {
    String file = session.given().text("file");
    String document = Settings.file(session, file);
    if (JsonText.object(document).isEmpty()) {
      throw Failure.usage(file + " is no JSON object.");
    }
    JsonObject answer = session.api().send("POST", "v1/site?dryRun=" + dryRun, document).object();
    if (session.output().format() != Format.TABLE && session.output().format() != Format.WIDE) {
      session.output().single(answer, CHANGES);
      return;
    }
    List<JsonString> changes = JsonText.list(answer, "changes").getValuesAs(JsonString.class);
    changes.forEach(change -> session.output().out().println(Plain.line(change.getString())));
    if (changes.isEmpty()) {
      session.world().err().println("Nothing differs.");
    }
  }

  /** Always JSON: what comes out can go in again. */
  static void export(Session session) {
    JsonArrayBuilder nodes = JsonText.array();
    session.api().all("v1/nodes?limit=1000").forEach(node -> nodes.add(node(node)));
    session.output().out().println(JsonText.pretty(JsonText.object().add("nodes", nodes).build()));
  }

  private static JsonObjectBuilder node(JsonObject node) {
    JsonObjectBuilder entry = JsonText.object().add("name", node.getString("name"));
    if (node.get("metadata") instanceof JsonObject facts && !facts.isEmpty()) {
      entry.add("metadata", facts);
    }
    JsonArrayBuilder nics = JsonText.array();
    JsonText.list(node, "nics").getValuesAs(JsonObject.class).forEach(nic -> nics.add(nic(nic)));
    return entry.add("nics", nics);
  }

  private static JsonObjectBuilder nic(JsonObject nic) {
    JsonObjectBuilder entry = JsonText.object();
    List.of("name", "mac", "switch", "port").stream()
        .filter(nic::containsKey)
        .forEach(field -> entry.add(field, nic.get(field)));
    return entry;
  }

  static void awaitOperation(Session session) {
    session.operations().await(session.given().text("operation"));
  }
}
