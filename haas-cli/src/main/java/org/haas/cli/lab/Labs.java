package org.haas.cli.lab;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.haas.cli.command.Session;
import org.haas.cli.command.Wait;
import org.haas.cli.json.JsonText;
import org.haas.cli.output.Plain;
import org.haas.cli.output.View;
import org.haas.cli.process.ExitCode;
import org.haas.cli.process.Failure;
import org.haas.cli.wire.Answer;
import org.haas.cli.wire.Http;

/** Brings a project to what a document says. */
public final class Labs {
  private static final View STEPS = View.of("change", "name", "now", "then");
  private static final String CHANGE_SETS = "v1/change-sets";

  private final Session session;
  private final Lab lab;

  private Labs(Session session, Lab lab) {
    this.session = session;
    this.lab = lab;
  }

  /**
   * Shows what differs and does it, unless {@code --dry-run} is given. Done again, it does what is
   * still to be done; of what it has done nothing is taken back when a later step fails, but all
   * NICs are changed together or none.
   *
   * @throws Failure USAGE the document; REFUSED what it wants cannot be, or a step was refused;
   *     TIMED_OUT
   */
  public static void apply(Session session, Lab lab) {
    Found found = Found.read(session.api(), lab);
    List<Step> steps = Difference.between(lab, found, session.given().has("prune"));
    if (steps.isEmpty()) {
      session.world().err().println("Nothing differs.");
    }
    session.output().list(steps.stream().map(Step::view).toList(), STEPS);
    if (!session.given().has("dry-run")) {
      new Labs(session, lab).apply(steps);
    }
  }

  private void apply(List<Step> steps) {
    List<Step> nics = steps.stream().filter(step -> step.kind() == Step.Kind.CHANGE_NIC).toList();
    steps.stream().takeWhile(step -> !isLate(step)).forEach(this::come);
    if (!nics.isEmpty()) {
      change(nics);
    }
    steps.stream().filter(Labs::goes).forEach(this::go);
  }

  private static boolean isLate(Step step) {
    return step.kind() == Step.Kind.CHANGE_NIC || goes(step);
  }

  private static boolean goes(Step step) {
    return step.kind() == Step.Kind.RELEASE_NODE || step.kind() == Step.Kind.DELETE_NETWORK;
  }

  private void come(Step step) {
    if (step.kind() == Step.Kind.CREATE_NETWORK) {
      JsonObjectBuilder network =
          JsonText.object().add("name", step.name()).add("owner", lab.project());
      send("POST", "v1/networks", Optional.of(network.build()));
    } else {
      JsonObject holder = JsonText.object().add("project", lab.project()).build();
      send("PUT", reservation(step), Optional.of(holder));
    }
  }

  private void go(Step step) {
    if (step.kind() == Step.Kind.DELETE_NETWORK) {
      send("DELETE", "v1/networks/" + Http.escaped(step.name()), Optional.empty());
      return;
    }
    Answer answer = send("DELETE", reservation(step), Optional.empty());
    if (answer.isAccepted()) {
      session.operations().await(answer.object().getString("id"));
    }
  }

  private static String reservation(Step step) {
    return "v1/nodes/" + Http.escaped(step.name()) + "/reservation";
  }

  private void change(List<Step> nics) {
    JsonArrayBuilder wishes = JsonText.array();
    Map<String, String> tags = tags(nics);
    nics.forEach(step -> wishes.add(wish(step, tags)));
    JsonObject body = JsonText.object().add("nics", wishes).build();
    String id = send("POST", CHANGE_SETS, Optional.of(body)).object().getString("id");
    String path = CHANGE_SETS + "/" + Http.escaped(id);
    send("POST", path + "/apply", Optional.empty());
    JsonObject last =
        new Wait(session, "change-set " + id, path, "haas change show " + id)
            .until(
                Set.of("COMMITTED", "CANCELLED", "UNDONE"),
                now -> "change-set: " + now.getString("state"));
    if (!last.getString("state").equals("COMMITTED")) {
      throw new Failure(
          ExitCode.REFUSED,
          "The change-set %s ended %s; every port is as it was: %s"
              .formatted(
                  id,
                  last.getString("state"),
                  Plain.line(last.getString("error", "it was cancelled."))));
    }
  }

  /** Of networks that were only made now. */
  private Map<String, String> tags(List<Step> nics) {
    Map<String, String> tags = new HashMap<>();
    nics.stream()
        .flatMap(step -> step.then().stream())
        .filter(Link::isOpen)
        .map(Link::network)
        .distinct()
        .forEach(network -> tags.put(network, Found.tagged(shown(network))));
    return tags;
  }

  private JsonObject shown(String network) {
    return session.api().get("v1/networks/" + Http.escaped(network));
  }

  private static JsonObjectBuilder wish(Step step, Map<String, String> tags) {
    int slash = step.name().lastIndexOf('/');
    JsonArrayBuilder networks = JsonText.array();
    step.then().stream()
        .map(link -> link.with(tags))
        .forEach(
            link ->
                networks.add(
                    JsonText.object()
                        .add("network", link.network())
                        .add("channel", link.channel())));
    return JsonText.object()
        .add("node", step.name().substring(0, slash))
        .add("nic", step.name().substring(slash + 1))
        .add("mode", "EXACTLY")
        .add("networks", networks);
  }

  private Answer send(String method, String path, Optional<JsonObject> body) {
    return session.api().send(method, path, body);
  }
}
