package org.haas.cli.hil;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.haas.cli.command.Session;
import org.haas.cli.command.Wait;
import org.haas.cli.hil.Report.Result;
import org.haas.cli.process.Failure;
import org.haas.cli.wire.Http;

/** Machines, each taken over whole. */
final class Machines {
  private static final String NODES = "v1/nodes?limit=1000";
  private static final Set<String> ENDS = Set.of("COMMITTED", "CANCELLED", "UNDONE", "STUCK");

  private final Session session;
  private final Here here;
  private final People people;
  private final Hardware hardware;
  private final Links links;

  /** Switches on which the networks of one machine were read to be as they should be. */
  private final Set<String> proven = new HashSet<>();

  private final Set<String> failed = new HashSet<>();
  private final Map<Hil.Node, String> underWay = new LinkedHashMap<>();

  /** After everything that machines need. */
  Machines(Session session, Here here, People people, Hardware hardware, Links links) {
    this.session = session;
    this.here = here;
    this.people = people;
    this.hardware = hardware;
    this.links = links;
  }

  /**
   * The first that is connected on each switch goes alone: if HaaS cannot use the switch after all,
   * the others there wait.
   */
  void bring(Hil hil) {
    hil.nodes().stream().sorted(Comparator.comparing(Hil.Node::isConnected)).forEach(this::one);
    List.copyOf(underWay.keySet()).forEach(this::await);
  }

  private void one(Hil.Node node) {
    Optional<JsonObject> there = here.find(NODES, node.name());
    if (there.isPresent()) {
      compare(node, there.get());
      return;
    }
    Optional<String> refused = obstacle(node);
    Optional<String> waits = waitsFor(node);
    if (refused.isPresent()) {
      report(node, Result.REFUSED, refused.get());
    } else if (waits.isPresent()) {
      report(node, Result.WAITS, waits.get());
    } else if (here.isName("node", node.name())) {
      takeOver(node);
    }
  }

  private void compare(Hil.Node node, JsonObject there) {
    List<String> differences = new Machine(node).differences(there, bmc(node));
    report(
        node,
        differences.isEmpty() ? Result.THERE : Result.DIFFERS,
        differences.isEmpty()
            ? ""
            : String.join("; ", differences)
                + ". Change it by hand, or delete it here and import again.");
    obm(node);
  }

  private Optional<JsonObject> bmc(Hil.Node node) {
    if (node.obm().isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(here.api().get("v1/nodes/%s/bmc".formatted(Http.escaped(node.name()))));
    } catch (Failure failure) {
      Here.refusal(failure);
      return Optional.empty();
    }
  }

  /** What has to be otherwise in HIL, or was refused before. */
  private Optional<String> obstacle(Hil.Node node) {
    List<String> missing = new ArrayList<>();
    node.project()
        .filter(project -> !people.has(project))
        .ifPresent(project -> missing.add("project " + project));
    for (Hil.Nic nic : node.nics()) {
      nic.networks().stream()
          .map(Hil.On::network)
          .filter(network -> !links.has(network))
          .forEach(network -> missing.add("network " + network));
      if (!nic.networks().isEmpty() && nic.place().isEmpty()) {
        missing.add("a port behind NIC %s, which is connected in HIL".formatted(nic.name()));
      }
    }
    if (node.isConnected() && node.project().isEmpty()) {
      missing.add("a project: HIL says that it is free, and connected");
    }
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of("Missing: " + String.join(", ", missing) + ".");
  }

  private Optional<String> waitsFor(Hil.Node node) {
    List<String> reasons = new ArrayList<>();
    node.switches().forEach(name -> hardware.obstacle(name).ifPresent(reasons::add));
    node.switches()
        .filter(failed::contains)
        .forEach(name -> reasons.add("for switch %s, where one machine failed".formatted(name)));
    if (node.nics().stream().anyMatch(Hil.Nic::busy)) {
      reasons.add("for HIL, which has still to change its networks");
    }
    return reasons.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", reasons));
  }

  private void takeOver(Hil.Node node) {
    boolean dryRun = here.isDryRun();
    boolean whole = !dryRun || isAllThere(node);
    JsonObject body = new Machine(node).takeover(whole);
    try {
      JsonObject answer =
          here.api().send("POST", "v1/takeovers?dryRun=" + dryRun, Optional.of(body)).object();
      if (answer.containsKey("changeSet")) {
        underWay.put(node, answer.getString("changeSet"));
        if (!node.switches().allMatch(proven::contains)) {
          await(node);
        }
      } else {
        made(node);
      }
    } catch (Failure failure) {
      report(node, Result.REFUSED, Here.refusal(failure));
    }
  }

  /** A dry run makes nothing that the next thing could be tried with. */
  private boolean isAllThere(Hil.Node node) {
    return node.switches().allMatch(hardware::isRegistered)
        && node.project().stream()
            .allMatch(project -> here.find("v1/projects", project).isPresent())
        && node.nics().stream()
            .flatMap(nic -> nic.networks().stream())
            .allMatch(on -> links.isRegistered(on.network()));
  }

  private void await(Hil.Node node) {
    String id = underWay.remove(node);
    String path = "v1/change-sets/" + id;
    JsonObject last =
        new Wait(session, "change-set " + id, path, "haas change show " + id)
            .until(ENDS, now -> "%s: %s".formatted(node.name(), now.getString("state")));
    if (last.getString("state").equals("COMMITTED")) {
      node.switches().forEach(proven::add);
      made(node);
      return;
    }
    node.switches().filter(name -> !proven.contains(name)).forEach(failed::add);
    report(
        node,
        Result.REFUSED,
        "It is here, and not connected: %s See 'haas change show %s', then connect it by hand."
            .formatted(last.getString("error", "it was cancelled."), id));
  }

  private void made(Hil.Node node) {
    report(node, Result.MADE, new Machine(node).words());
    obm(node);
  }

  private void obm(Hil.Node node) {
    if (node.obm().filter(Hil.Obm::enabled).isPresent()) {
      here.report()
          .add(
              "OBM",
              node.name(),
              Result.BY_HAND,
              "Enabled in HIL. For clients of HIL's API: haas node obm enable " + node.name());
    }
  }

  private void report(Hil.Node node, Result result, String detail) {
    here.report().add("node", node.name(), result, detail);
  }
}
