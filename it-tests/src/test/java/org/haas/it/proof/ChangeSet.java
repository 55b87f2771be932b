package org.haas.it.proof;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.haas.it.Answer;
import org.haas.it.Api;
import org.haas.it.Site;

/** A change-set as somebody makes it by the API, and watches it. */
final class ChangeSet {
  private static final String PATH = "v1/change-sets";

  private final Api as;
  private final String id;

  private ChangeSet(Api as, String id) {
    this.as = as;
    this.id = id;
  }

  /** Plans one. */
  static ChangeSet plan(Api as, Body body) {
    return new ChangeSet(as, ask(as, body).is(201).json().getString("id"));
  }

  /** Asks for one. */
  static Answer ask(Api as, Body body) {
    return as.post(PATH, body.json());
  }

  /** Asks what would be done. */
  static Answer preview(Api as, Body body) {
    return as.post(PATH + "?dryRun=true", body.json());
  }

  /** What is wanted of many NICs, put together. */
  static final class Body {
    private final List<JsonObject> nics = new ArrayList<>();

    /** One more: these networks on the NIC of that node. */
    Body nic(String node, String mode, String... networks) {
      JsonArrayBuilder wanted = Json.createArrayBuilder();
      for (String network : networks) {
        JsonObjectBuilder on = Json.createObjectBuilder();
        String[] part = network.split("@", 2);
        on.add("network", part[0]);
        if (part.length > 1) {
          on.add("channel", part[1]);
        }
        wanted.add(on);
      }
      nics.add(
          Json.createObjectBuilder()
              .add("node", node)
              .add("nic", "eth0")
              .add("mode", mode)
              .add("networks", wanted)
              .build());
      return this;
    }

    String json() {
      return Json.createObjectBuilder()
          .add("nics", Json.createArrayBuilder(nics))
          .build()
          .toString();
    }
  }

  /** The same for all of these nodes. */
  static Body all(List<String> nodes, String mode, String... networks) {
    Body body = new Body();
    nodes.forEach(node -> body.nic(node, mode, networks));
    return body;
  }

  String id() {
    return id;
  }

  Answer apply() {
    return as.post("%s/%s/apply".formatted(PATH, id), "");
  }

  Answer cancel() {
    return as.delete(PATH + "/" + id);
  }

  /** As its maker sees it. */
  JsonObject view() {
    return as.get(PATH + "/" + id).is(200).json();
  }

  /** The state of each of its NICs, by node. */
  Map<String, String> states() {
    return view().getJsonArray("nics").getValuesAs(JsonObject.class).stream()
        .collect(
            Collectors.toMap(
                nic -> nic.getString("node"),
                nic -> nic.getString("state"),
                (a, b) -> a,
                TreeMap::new));
  }

  /** Waits until it stands in one of these states, and answers in which. */
  String becomes(String... states) {
    Set<String> enough = Set.of(states);
    Site.until(
        () -> as.get(PATH + "/" + id).is(200),
        answer -> enough.contains(answer.json().getString("state")));
    return view().getString("state");
  }
}
