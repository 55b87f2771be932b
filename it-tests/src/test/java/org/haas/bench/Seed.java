package org.haas.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.haas.driver.sim.SimOptions;
import org.haas.driver.sim.SimSwitchServer;
import org.haas.it.Api;
import org.haas.it.proof.Records;
import org.haas.spi.Label;

/**
 * A site of the size that the figures are about: 10,000 nodes, 200 networks of one project, and a
 * simulated switch with cabled nodes. Machines are written into the database; everything else is
 * made by the API. Repeats safely.
 */
final class Seed implements AutoCloseable {
  static final int NODES = 10_000;
  static final int NETWORKS = 200;
  static final int CABLED = 200;
  static final String PROJECT = "physics";
  static final String SWITCH = "bench";

  /** A simulated switch that HaaS does not know. */
  static final String BARE = "bare";

  /** Name and password at both. */
  static final String USER = "bench";

  private static final long PAUSE_NANOS = 200_000_000;

  private final SimSwitchServer simulator;

  private Seed(SimSwitchServer simulator) {
    this.simulator = simulator;
  }

  /** Makes what is missing. */
  static Seed make() {
    Seed seed = new Seed(simulator());
    Api admin = Api.of("admin");
    seed.machines();
    seed.cables(admin);
    networks(Api.of(PROJECT));
    return seed;
  }

  static String node(int number) {
    return "bench-%05d".formatted(number);
  }

  static String cabled(int number) {
    return "cabled-%03d".formatted(number);
  }

  static String network(int number) {
    return "bench-net-%03d".formatted(number);
  }

  int port() {
    return simulator.port();
  }

  private static SimSwitchServer simulator() {
    try {
      return SimSwitchServer.start(
          new SimOptions(
              0,
              Files.createTempDirectory("haas-bench"),
              List.of(new Label(SWITCH), new Label(BARE)),
              CABLED,
              Optional.of(USER + ":" + USER)));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void machines() {
    try (Records records = Records.open()) {
      String those = " from generate_series(1, %d) i".formatted(NODES);
      String name = "'bench-' || lpad(i::text, 5, '0')";
      records.change(
          "insert into node (label, state, tenure) select "
              + name
              + ", 'FREE', gen_random_uuid()"
              + those
              + " on conflict do nothing");
      records.change(
          "insert into nic (node_id, label, mac) select n.id, 'eth0', '52:54:00:00:00:01' from node n"
              + " where n.label like 'bench-%' on conflict do nothing");
      records.change(
          "insert into node_metadata (node_id, label, value) select n.id, 'rack', '7' from node n"
              + " where n.label like 'bench-%' on conflict do nothing");
      records.change("analyze");
    } catch (SQLException refused) {
      throw new IllegalStateException(refused);
    }
  }

  private void cables(Api admin) {
    String ports =
        IntStream.rangeClosed(1, CABLED)
            .mapToObj("{\"name\":\"gi1/0/%d\"}"::formatted)
            .collect(Collectors.joining(","));
    String nodes =
        IntStream.rangeClosed(1, CABLED)
            .mapToObj(
                i ->
                    """
                    {"name":"%s","nics":[{"name":"eth0","mac":"52:54:00:00:00:02","switch":"%s",
                     "port":"gi1/0/%d"}]}"""
                        .formatted(cabled(i), SWITCH, i))
            .collect(Collectors.joining(","));
    String document =
        """
        {"switches":[{"name":"%1$s","type":"sim","host":"127.0.0.1","port":%2$d,"username":"bench",
         "password":"bench","settings":{"switch":"%1$s"},"ports":[%3$s]}],"nodes":[%4$s]}"""
            .formatted(SWITCH, simulator.port(), ports, nodes);
    admin.post("v1/site", document).is(200);
    while (admin.get("v1/switches/" + SWITCH).is(200).body().contains("\"state\":\"NEW\"")) {
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private static void networks(Api member) {
    for (int i = 1; i <= NETWORKS; i++) {
      String body = "{\"name\":\"%s\",\"owner\":\"%s\"}".formatted(network(i), PROJECT);
      if (member.get("v1/networks/" + network(i)).status() != 200) {
        member.post("v1/networks", body).is(201);
      }
    }
  }

  @Override
  public void close() {
    try {
      simulator.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
