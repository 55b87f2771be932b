package org.haas.cli.catalogue;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.haas.cli.command.Given;
import org.haas.cli.command.Session;
import org.haas.cli.command.Wait;
import org.haas.cli.json.JsonText;
import org.haas.cli.output.Plain;
import org.haas.cli.process.ExitCode;
import org.haas.cli.process.Failure;
import org.haas.cli.wire.Http;

/** Changes to many NICs together, and the proof of what came of them. */
final class ChangeSets {
  private static final String PATH = "v1/change-sets";
  private static final String COMMITTED = "COMMITTED";
  private static final Set<String> ENDS = Set.of(COMMITTED, "CANCELLED", "UNDONE");
  private static final Set<String> SETTLED = Set.of("DONE", "RESTORED");

  private ChangeSets() {}

  /** Shows the plan; {@code --apply} goes on, {@code --dry-run} keeps nothing. */
  static void plan(Session session) {
    Given given = session.given();
    if (given.has("apply") && given.has("dry-run")) {
      throw Failure.usage("Only one of --apply and --dry-run.");
    }
    JsonArrayBuilder nics = JsonText.array();
    given.all("nics").forEach(nic -> nics.add(wish(given, nic)));
    String path = given.has("dry-run") ? PATH + "?dryRun=true" : PATH;
    JsonObject planned =
        session
            .api()
            .send("POST", path, Optional.of(JsonText.object().add("nics", nics).build()))
            .object();
    if (given.has("apply")) {
      apply(session, planned.getString("id"));
    } else {
      session.output().single(planned, Views.CHANGE_SET);
    }
  }

  private static JsonObjectBuilder wish(Given given, String nic) {
    String[] parts = nic.split("/", -1);
    if (parts.length != 2) {
      throw Failure.usage("'%s' is not NODE/NIC.".formatted(nic));
    }
    JsonArrayBuilder networks = JsonText.array();
    networks(given.text("networks")).forEach(networks::add);
    return JsonText.object()
        .add("node", parts[0])
        .add("nic", parts[1])
        .add("mode", given.text("mode").toUpperCase(Locale.ROOT))
        .add("networks", networks);
  }

  private static Stream<JsonObjectBuilder> networks(String text) {
    return Arrays.stream(text.split(","))
        .map(String::strip)
        .filter(each -> !each.isEmpty())
        .map(
            each -> {
              String[] parts = each.split("@", 2);
              JsonObjectBuilder network = JsonText.object().add("network", parts[0]);
              return parts.length == 1 ? network : network.add("channel", parts[1]);
            });
  }

  /** Applies the one that was named. */
  static void apply(Session session) {
    apply(session, session.given().text("change-set"));
  }

  private static void apply(Session session, String id) {
    JsonObject begun = session.api().send("POST", path(id) + "/apply", Optional.empty()).object();
    JsonObject last = session.given().has("wait") ? awaited(session, id) : begun;
    session.output().single(last, Views.CHANGE_SET);
    String state = last.getString("state");
    if (ENDS.contains(state) && !state.equals(COMMITTED)) {
      throw new Failure(
          ExitCode.REFUSED,
          "The change-set %s ended %s; every port is as it was: %s"
              .formatted(id, state, Plain.line(last.getString("error", "it was cancelled."))));
    }
  }

  private static JsonObject awaited(Session session, String id) {
    return new Wait(session, "change-set " + id, path(id), "haas change show " + id)
        .until(ENDS, ChangeSets::line);
  }

  private static String line(JsonObject changes) {
    List<JsonObject> nics = JsonText.list(changes, "nics").getValuesAs(JsonObject.class);
    String state = changes.getString("state");
    long there =
        nics.stream()
            .map(nic -> nic.getString("state"))
            .filter(
                nic -> SETTLED.contains(nic) || (state.equals("APPLYING") && nic.equals("WRITTEN")))
            .count();
    return "change-set: %s (%d of %d NICs)".formatted(state, there, nics.size());
  }

  private static String path(String id) {
    return PATH + "/" + Http.escaped(id);
  }

  /** Shows it; a script goes on only if nothing is open. */
  static void prove(Session session) {
    String network = session.given().text("network");
    JsonObject proof =
        session.api().get("v1/networks/%s/isolation".formatted(Http.escaped(network)));
    session.output().single(proof, Views.PROOF);
    String verdict = proof.getString("verdict");
    if (!verdict.equals("PROVEN")) {
      throw new Failure(
          ExitCode.REFUSED, "The isolation of %s is not proven: %s.".formatted(network, verdict));
    }
  }
}
