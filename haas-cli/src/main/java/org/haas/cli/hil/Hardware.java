package org.haas.cli.hil;

import jakarta.json.JsonObject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.haas.cli.command.Session;
import org.haas.cli.hil.Report.Result;
import org.haas.cli.json.JsonText;
import org.haas.cli.process.Failure;
import org.haas.cli.wire.Http;

/** Switches, and their ports without a NIC; those with one come with their machines. */
final class Hardware {
  private static final String SWITCHES = "v1/switches";

  private final Here here;
  private final Map<String, Optional<JsonObject>> known = new HashMap<>();
  private final Set<String> ready = new HashSet<>();
  private final Map<String, Optional<String>> logins = new HashMap<>();
  private final Session session;

  /** Of that HaaS. */
  Hardware(Session session, Here here) {
    this.session = session;
    this.here = here;
  }

  /** Whether it is in HaaS already. */
  boolean isRegistered(String name) {
    return known.getOrDefault(name, Optional.empty()).isPresent();
  }

  /**
   * Why its ports may not come yet. HaaS has to be let in: what it cannot read it would have to cut
   * off later.
   */
  Optional<String> obstacle(String name) {
    if (!ready.contains(name)) {
      return Optional.of("for switch " + name);
    }
    return here.isDryRun() ? Optional.empty() : logins.computeIfAbsent(name, this::refusedLogin);
  }

  /** Has HaaS log in once, before anything depends on it. */
  private Optional<String> refusedLogin(String name) {
    String path = "%s/%s/check".formatted(SWITCHES, Http.escaped(name));
    try {
      JsonObject check = here.api().send("POST", path, Optional.empty()).object();
      session.operations().await(check.getString("id"));
      return Optional.empty();
    } catch (Failure failure) {
      return Optional.of("for switch %s: %s".formatted(name, Here.refusal(failure)));
    }
  }

  void bring(Hil hil) {
    Set<Hil.Place> taken = new HashSet<>();
    hil.nodes().forEach(node -> node.nics().forEach(nic -> nic.place().ifPresent(taken::add)));
    for (Hil.Switch each : hil.switches()) {
      one(each);
      Set<String> there = new HashSet<>(portsOf(each.name()));
      each.ports().stream()
          .filter(port -> !taken.contains(new Hil.Place(each.name(), port)))
          .forEach(port -> port(new Hil.Place(each.name(), port), there.contains(port)));
    }
  }

  private void one(Hil.Switch wanted) {
    Optional<JsonObject> there = here.find(SWITCHES, wanted.name());
    known.put(wanted.name(), there);
    Optional<JsonObject> ours = SwitchWords.registration(wanted);
    if (there.isPresent()) {
      compare(wanted, there.get(), ours);
    } else if (ours.isEmpty()) {
      here.report()
          .add(
              "switch",
              wanted.name(),
              Result.REFUSED,
              "HaaS has no driver for HIL's type %s. Register it under this name as a type of"
                      .formatted(wanted.type())
                  + " docs/drivers.md, and import again.");
    } else if (here.isName("switch", wanted.name())
        && here.make(
            "switch",
            wanted.name(),
            "type %s at %s".formatted(ours.get().getString("type"), ours.get().getString("host")),
            Here.Request.post(SWITCHES, ours.get()))) {
      enrolled(wanted.name(), ours.get());
    }
  }

  private void compare(Hil.Switch wanted, JsonObject there, Optional<JsonObject> ours) {
    Optional<String> difference =
        ours.flatMap(registration -> SwitchWords.difference(registration, there));
    if (difference.isPresent()) {
      here.report().add("switch", wanted.name(), Result.DIFFERS, difference.get());
      return;
    }
    here.report().add("switch", wanted.name(), Result.THERE, "");
    enrolled(wanted.name(), there);
  }

  /**
   * HIL trusted whoever answered; HaaS does not log in by SSH to a switch that it does not know.
   */
  private void enrolled(String name, JsonObject hardware) {
    if (hardware.getString("type").equals("sim") || hardware.containsKey("hostKey")) {
      ready.add(name);
      return;
    }
    here.report()
        .add(
            "host key",
            name,
            Result.WAITS,
            "Its ports and machines wait: compare 'haas switch host-key show %1$s' with the switch,"
                    .formatted(name)
                + " enrol it by 'haas switch host-key enrol %s KEY', and import again."
                    .formatted(name));
  }

  private Set<String> portsOf(String name) {
    Set<String> ports = new HashSet<>();
    if (isRegistered(name)) {
      JsonObject shown = here.api().get(SWITCHES + "/" + Http.escaped(name));
      JsonText.list(shown, "ports")
          .getValuesAs(JsonObject.class)
          .forEach(port -> ports.add(port.getString("name")));
    }
    return ports;
  }

  private void port(Hil.Place place, boolean there) {
    if (there) {
      here.report().add("port", place.toString(), Result.THERE, "");
      return;
    }
    Optional<String> obstacle = obstacle(place.switchName());
    if (obstacle.isPresent()) {
      here.report().add("port", place.toString(), Result.WAITS, obstacle.get());
      return;
    }
    here.make(
        "port",
        place.toString(),
        "nothing is behind it: it is parked",
        Here.Request.post(
            "%s/%s/ports".formatted(SWITCHES, Http.escaped(place.switchName())),
            JsonText.object().add("name", place.port()).build()));
  }
}
