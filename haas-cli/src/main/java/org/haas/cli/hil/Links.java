package org.haas.cli.hil;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haas.cli.hil.Report.Result;
import org.haas.cli.json.JsonText;

/** Networks with the VLANs that they have. */
final class Links {
  private static final String NETWORKS = "v1/networks?limit=1000";
  private static final int LAST_VLAN = 4094;

  private final Here here;
  private final People people;
  private final Set<String> there = new HashSet<>();

  /** Of that HaaS. */
  Links(Here here, People people) {
    this.here = here;
    this.people = people;
  }

  /** Whether a network is as in HIL, or would be. */
  boolean has(String network) {
    return there.contains(network);
  }

  /** Whether it was in HaaS already. */
  boolean isRegistered(String network) {
    return here.find(NETWORKS, network).isPresent();
  }

  void bring(Hil hil) {
    hil.networks().forEach(this::network);
  }

  private void network(Hil.Network wanted) {
    Optional<JsonObject> known = here.find(NETWORKS, wanted.name());
    if (known.isPresent()) {
      List<String> differences = differences(wanted, known.get());
      Result result = differences.isEmpty() ? Result.THERE : Result.DIFFERS;
      here.report().add("network", wanted.name(), result, String.join("; ", differences));
      if (differences.isEmpty()) {
        there.add(wanted.name());
      }
      return;
    }
    Optional<String> obstacle = obstacle(wanted);
    if (obstacle.isPresent()) {
      here.report().add("network", wanted.name(), Result.REFUSED, obstacle.get());
    } else if (here.isName("network", wanted.name())
        && here.make(
            "network",
            wanted.name(),
            "VLAN %s, of %s".formatted(wanted.id(), wanted.owner().orElse("the administrators")),
            Here.Request.post("v1/networks", body(wanted)))) {
      there.add(wanted.name());
    }
  }

  private Optional<String> obstacle(Hil.Network wanted) {
    if (!wanted.id().matches("[1-9]\\d{0,3}") || Integer.parseInt(wanted.id()) > LAST_VLAN) {
      return Optional.of(
          "Its id '%s' is no VLAN from 2 to 4094; make it here by hand.".formatted(wanted.id()));
    }
    if (wanted.owner().isPresent() && wanted.access().isEmpty()) {
      return Optional.of(
          "Everybody may use it, and project %s owns it; only an administrators' network is public"
                  .formatted(wanted.owner().get())
              + " here. Give it to the administrators in HIL, or to single projects.");
    }
    return Stream.concat(wanted.owner().stream(), wanted.access().stream())
        .filter(project -> !people.has(project))
        .findFirst()
        .map("Project %s was not imported."::formatted);
  }

  private static List<String> guests(Hil.Network wanted) {
    return wanted.access().stream()
        .filter(project -> !wanted.owner().equals(Optional.of(project)))
        .toList();
  }

  private static JsonObject body(Hil.Network wanted) {
    JsonArrayBuilder grants = JsonText.array();
    guests(wanted).forEach(grants::add);
    JsonObjectBuilder body =
        JsonText.object()
            .add("name", wanted.name())
            .add("visibility", wanted.access().isEmpty() ? "PUBLIC" : "SHARED")
            .add("grants", grants)
            .add("vlan", Integer.parseInt(wanted.id()));
    wanted.owner().ifPresent(owner -> body.add("owner", owner));
    return body.build();
  }

  private static List<String> differences(Hil.Network wanted, JsonObject known) {
    List<String> found = new ArrayList<>();
    String vlan = String.valueOf(known.getInt("vlan", 0));
    compare(found, "VLAN", vlan, wanted.id());
    compare(found, "owner", known.getString("owner", ""), wanted.owner().orElse(""));
    Set<String> users = Here.texts(known, "grants");
    wanted.owner().ifPresent(users::remove);
    String here =
        known.getString("visibility").equals("PUBLIC")
            ? "everybody"
            : users.stream().sorted().collect(Collectors.joining(", "));
    String there = wanted.access().isEmpty() ? "everybody" : String.join(", ", guests(wanted));
    compare(found, "access", here, there);
    return found;
  }

  private static void compare(List<String> found, String what, String here, String hil) {
    if (!here.equals(hil)) {
      found.add("its %s is '%s' here and '%s' in HIL".formatted(what, here, hil));
    }
  }
}
