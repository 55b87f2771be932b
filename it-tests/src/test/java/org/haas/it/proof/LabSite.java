package org.haas.it.proof;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
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

  /** Registers the lab's hypervisor, and waits until its images are known. */
  void hypervisor() {
    Answer made = site.admin.post("v1/hypervisors", lab.hypervisorDocument());
    assertThat(made.status()).as("%s", made).isIn(201, 409);
    Site.until(
        () -> site.admin.get("v1/headnode-images"),
        answer -> answer.body().contains("\"headnode\""));
  }

  /** What is on the lab's hypervisor, of whatever installation: machines and files of theirs. */
  List<String> onTheHypervisor() {
    return Stream.of("hv1/disks", "hv1/etc/qemu")
        .map(labState()::resolve)
        .filter(Files::exists) // a host that never had a machine has no folder for them
        .flatMap(LabSite::files)
        .sorted()
        .toList();
  }

  /** Its files. */
  HostFolder hypervisorFolder() {
    return new HostFolder(labState());
  }

  private static Stream<String> files(Path folder) {
    try (Stream<Path> found = Files.list(folder)) {
      return found.map(file -> file.getFileName().toString()).toList().stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** What the database has of the two projects that should end with their machines. */
  List<List<String>> leftOfTheProjects() {
    String projects =
        "(select id from project where label in ('%s', '%s'))"
            .formatted(physics.project(), biology.project());
    String sql =
        "select 'node', label from node where project_id in %1$s"
            + " union all select 'network', label from network where owner_id in %1$s"
            + " union all select 'headnode', label from headnode where project_id in %1$s"
            + " union all select 'operation', action from operation"
            + "  where held_project_id in %1$s and state in ('PENDING', 'RUNNING')";
    try (Records records = Records.open()) {
      return records.rows(sql.formatted(projects));
    }
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

  /** Those that boot, too. */
  private List<String> everyNode() {
    return Stream.concat(
            nodes().stream(), IntStream.rangeClosed(7, 9).mapToObj(number -> node(number)))
        .toList();
  }

  /** The name of the node with that number. */
  String node(int number) {
    return "%s-%02d".formatted(settings.prefix(), number);
  }

  private void removeHeadnodes(Tenant owner) {
    site.admin
        .get("v1/headnodes?project=" + owner.project())
        .is(200)
        .json()
        .getJsonArray("items")
        .getValuesAs(JsonObject.class)
        .forEach(
            headnode ->
                owner.await(owner.api().delete("v1/headnodes/" + headnode.getString("name"))));
  }

  /** Takes everything off everything: all nodes free, all ports parked, no network left. */
  void clear() {
    for (String node : everyNode()) {
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
    List.of(physics, biology).forEach(this::removeHeadnodes);
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

  /** The lab's folder. */
  Path state() {
    return labState();
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
