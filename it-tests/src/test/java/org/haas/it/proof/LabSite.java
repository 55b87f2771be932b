package org.haas.it.proof;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.haas.it.Answer;
import org.haas.it.Running;
import org.haas.it.Site;
import org.haas.it.lab.Lab;
import org.haas.it.lab.LabSettings;
import org.haas.it.lab.Nic;

/** The lab as the running HaaS knows it, with two tenants who know nothing of one another. */
final class LabSite implements AutoCloseable {
  final Lab lab;
  final Tenant physics;
  final Tenant biology;

  private final LabSettings settings;
  private final Site site = new Site();
  private final List<LabNetwork> networks = new ArrayList<>();

  LabSite() {
    settings = LabSettings.ofEnvironment(Running.state().resolve("lab"));
    lab = Lab.up(settings);
    physics = new Tenant(site.member, site.project);
    biology = new Tenant(site.outsider, site.otherProject);
    site.admin.post("v1/site", lab.siteDocument()).isDone();
    Invariants.awaitQuiet(switchNames());
    clear();
  }

  /** A new network of the tenant, until {@link #clear}. */
  LabNetwork network(Tenant owner) {
    LabNetwork made = owner.network(site.freshName("net"));
    networks.add(made);
    return made;
  }

  /** Lets the other tenant use the network too. */
  void share(LabNetwork network, Tenant with) {
    site.admin
        .put("v1/networks/%s/grants/%s".formatted(network.name(), with.project()), "{}")
        .isDone();
  }

  /** The names of the lab's nodes. */
  List<String> nodes() {
    return lab.nics().stream()
        .map(Nic::node)
        .distinct()
        .filter(node -> !node.endsWith("-bench"))
        .toList();
  }

  /** Takes everything off everything: all nodes free, all ports parked, no network left. */
  void clear() {
    for (String node : nodes()) {
      JsonObject view = site.admin.get("v1/nodes/" + node).is(200).json();
      for (JsonObject nic : view.getJsonArray("nics").getValuesAs(JsonObject.class)) {
        for (JsonObject on : nic.getJsonArray("networks").getValuesAs(JsonObject.class)) {
          Answer accepted =
              site.admin.delete(
                  "v1/nodes/%s/nics/%s/networks/%s"
                      .formatted(node, nic.getString("name"), on.getString("network")));
          site.awaitEnd(accepted.is(202).json().getString("id"));
        }
      }
      if (view.getString("state").equals("RESERVED")) {
        site.admin.delete("v1/nodes/%s/reservation".formatted(node)).isDone();
      }
    }
    networks.forEach(network -> site.admin.delete("v1/networks/" + network.name()).isDone());
    networks.clear();
  }

  /** Every rule, in the database and on the lab's switches. */
  void assertInvariants() {
    Invariants.awaitQuiet(switchNames());
    Invariants.hold(
        Stream.of("sw1", "sw2")
            .map(bridge -> OvsDump.read(labState(), bridge, settings.prefix() + "-" + bridge))
            .toList());
  }

  private List<String> switchNames() {
    return List.of(settings.prefix() + "-sw1", settings.prefix() + "-sw2");
  }

  private Path labState() {
    return settings.state();
  }

  @Override
  public void close() throws IOException {
    try {
      clear();
    } finally {
      lab.close();
      site.close();
    }
  }
}
