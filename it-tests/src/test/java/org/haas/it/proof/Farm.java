package org.haas.it.proof;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.haas.driver.sim.SimOptions;
import org.haas.driver.sim.SimSwitchAdmin;
import org.haas.driver.sim.SimSwitchServer;
import org.haas.it.Site;
import org.haas.spi.Label;
import org.haas.spi.Secret;

/** Several simulated switches of one site, each with a fleet. */
final class Farm implements AutoCloseable {
  private static final String USER = "it";
  private static final String PASSWORD = "open sesame";

  private final Site site;
  private final SimSwitchServer simulator;
  private final List<Fleet> fleets = new ArrayList<>();

  /** Looks at the switches and makes them fail. */
  final SimSwitchAdmin admin;

  /** Starts and registers them. */
  Farm(Site site, int switches, int nodesOfEach) {
    this.site = site;
    List<Label> names =
        Stream.generate(() -> new Label(site.freshName("farm"))).limit(switches).toList();
    try {
      simulator =
          SimSwitchServer.start(
              new SimOptions(
                  0,
                  Files.createTempDirectory("haas-farm"),
                  names,
                  nodesOfEach,
                  Optional.of(USER + ":" + PASSWORD)));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    admin = SimSwitchAdmin.connect(simulator.port(), USER, new Secret(PASSWORD));
    names.forEach(
        name ->
            fleets.add(
                new Fleet(
                    site, name.value(), document(name.value(), simulator.port()), nodesOfEach)));
  }

  /** Tells HaaS that the fleet's switch listens there. */
  void move(Fleet fleet, int port) {
    JsonObjectBuilder moved = document(fleet.switchName(), port);
    String site =
        Json.createObjectBuilder()
            .add("switches", Json.createArrayBuilder().add(moved))
            .build()
            .toString();
    this.site.admin.post("v1/site", site).isDone();
  }

  private static JsonObjectBuilder document(String name, int port) {
    return Json.createObjectBuilder()
        .add("name", name)
        .add("type", "sim")
        .add("host", "127.0.0.1")
        .add("port", port)
        .add("username", USER)
        .add("password", PASSWORD);
  }

  List<Fleet> fleets() {
    return fleets;
  }

  List<String> switches() {
    return fleets.stream().map(Fleet::switchName).toList();
  }

  /** Where all of them listen. */
  int port() {
    return simulator.port();
  }

  /** Every rule, in the database and on these switches. */
  void assertInvariants() {
    Invariants.awaitQuiet(switches());
    Invariants.hold(switches().stream().map(name -> SwitchSeen.simulated(admin, name)).toList());
  }

  @Override
  public void close() throws IOException {
    fleets.forEach(
        fleet -> {
          fleet.close();
          site.admin.delete("v1/switches/" + fleet.switchName());
        });
    admin.close();
    simulator.close();
  }
}
