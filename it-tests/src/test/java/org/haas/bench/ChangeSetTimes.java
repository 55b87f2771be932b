package org.haas.bench;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.haas.driver.emulator.SshEmulator;
import org.haas.driver.emulator.SwitchEmulator;
import org.haas.it.Api;
import org.haas.spi.Channel;
import org.haas.spi.Label;
import org.haas.spi.PortChange;
import org.haas.spi.PortConfig;
import org.haas.spi.PortName;
import org.haas.spi.Secret;
import org.haas.spi.SwitchDriver;
import org.haas.spi.SwitchEndpoint;
import org.haas.spi.VlanId;

/**
 * How long it takes to change many ports together, on emulated switches that take 10 ms for each
 * line, beside the same done one port at a time with a login each, as the original does it.
 */
final class ChangeSetTimes implements AutoCloseable {
  private static final String TYPE = "nexus";
  private static final String USER = "haas";
  private static final String PASSWORD = "open sesame";
  private static final Duration DELAY = Duration.ofMillis(10);
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration PAUSE = Duration.ofMillis(10);
  private static final int SWITCHES = 16;
  private static final int PORTS = 16;
  private static final int MANY_PORTS = 64;
  private static final double LONGEST = 3;
  private static final double MOST_LONGER = 1.5;
  private static final double TIMES_FASTER = 10;
  private static final double LATE = 0.95;

  private final Api admin = Api.of("admin");
  private final Api member = Api.of(Seed.PROJECT);
  private final List<Rack> racks = new ArrayList<>();
  private final int rounds;

  ChangeSetTimes(double part) {
    rounds = (int) Math.max(2, 10 * part);
  }

  /** A switch with a node at each port. */
  private record Rack(String name, SwitchEmulator device, SshEmulator ssh, List<String> nodes) {}

  void measure(Report report) {
    Rack large = rack("change-large", MANY_PORTS);
    for (int i = 1; i <= SWITCHES; i++) {
      rack("change-%02d".formatted(i), PORTS);
    }
    List<Rack> small = racks.subList(1, racks.size());
    double[] together = times(List.of(large));
    double one = oneByOne(large);
    report.add(
        result(
            "64 ports of one switch: p95",
            late(together),
            "s",
            Optional.of(one),
            "s one by one",
            "p95 under 3 s",
            late(together) < LONGEST));
    report.add(
        result(
            "64 ports, faster than one by one",
            one / middle(together),
            "times",
            Optional.empty(),
            "",
            "10 times",
            one / middle(together) >= TIMES_FASTER));
    double alone = middle(times(small.subList(0, 1)));
    double all = middle(times(small));
    report.add(
        result(
            "16 switches x 16 ports",
            all,
            "s",
            Optional.of(alone),
            "s one of them",
            "1.5 times one",
            all < MOST_LONGER * alone));
  }

  private static Result result(
      String work,
      double value,
      String unit,
      Optional<Double> limit,
      String of,
      String wanted,
      boolean met) {
    return new Result(
        work, value, unit, Optional.empty(), limit, of, Optional.empty(), wanted, met);
  }

  private Rack rack(String name, int ports) {
    List<PortName> names =
        IntStream.rangeClosed(1, ports).mapToObj(i -> new PortName("Ethernet1/" + i)).toList();
    SwitchEmulator device = new SwitchEmulator(TYPE, names);
    SshEmulator ssh = new SshEmulator(USER, PASSWORD, device::shell);
    List<String> nodes =
        IntStream.rangeClosed(1, ports).mapToObj(i -> "%s-%d".formatted(name, i)).toList();
    JsonArrayBuilder machines = Json.createArrayBuilder();
    JsonArrayBuilder edges = Json.createArrayBuilder();
    for (int i = 0; i < ports; i++) {
      edges.add(Json.createObjectBuilder().add("name", names.get(i).value()).add("role", "EDGE"));
      machines.add(
          Json.createObjectBuilder()
              .add("name", nodes.get(i))
              .add(
                  "nics",
                  Json.createArrayBuilder()
                      .add(
                          Json.createObjectBuilder()
                              .add("name", "eth0")
                              .add("mac", "52:54:00:0c:%02x:%02x".formatted(racks.size(), i))
                              .add("switch", name)
                              .add("port", names.get(i).value()))));
    }
    JsonObject site =
        Json.createObjectBuilder()
            .add(
                "switches",
                Json.createArrayBuilder()
                    .add(
                        Json.createObjectBuilder()
                            .add("name", name)
                            .add("type", TYPE)
                            .add("host", "127.0.0.1")
                            .add("port", ssh.port())
                            .add("username", USER)
                            .add("password", PASSWORD)
                            .add("hostKey", ssh.hostKey())
                            .add("ports", edges)))
            .add("nodes", machines)
            .build();
    admin.post("v1/site", site.toString()).isDone();
    awaitReady(name, ports);
    String project = "{\"project\":\"%s\"}".formatted(Seed.PROJECT);
    nodes.forEach(node -> member.put("v1/nodes/%s/reservation".formatted(node), project).is(200));
    device.knobs().delay(DELAY);
    Rack rack = new Rack(name, device, ssh, nodes);
    racks.add(rack);
    return rack;
  }

  private void awaitReady(String name, int ports) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (admin.get("v1/switches/" + name).is(200).body().split("\"READY\"", -1).length <= ports) {
      require(System.nanoTime() < deadline, name + " is not ready");
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  /** Puts all of their nodes on a network and off it again, and answers how long each on took. */
  private double[] times(List<Rack> of) {
    List<String> nodes = of.stream().flatMap(rack -> rack.nodes().stream()).toList();
    double[] seconds = new double[rounds];
    for (int round = 0; round < rounds; round++) {
      seconds[round] = change(nodes, List.of(Seed.network(1)));
      change(nodes, List.of());
    }
    Arrays.sort(seconds);
    return seconds;
  }

  private double change(List<String> nodes, List<String> networks) {
    JsonArrayBuilder nics = Json.createArrayBuilder();
    for (String node : nodes) {
      JsonArrayBuilder on = Json.createArrayBuilder();
      networks.forEach(network -> on.add(Json.createObjectBuilder().add("network", network)));
      nics.add(Json.createObjectBuilder().add("node", node).add("nic", "eth0").add("networks", on));
    }
    String body = Json.createObjectBuilder().add("nics", nics).build().toString();
    String id = member.post("v1/change-sets", body).is(201).json().getString("id");
    String path = "v1/change-sets/" + id;
    long begin = System.nanoTime();
    member.post(path + "/apply", "").is(202);
    String state = "APPLYING";
    while (state.equals("APPLYING")) {
      LockSupport.parkNanos(PAUSE.toNanos());
      require(System.nanoTime() - begin < PATIENCE.toNanos(), "the change-set does not end");
      state = state(id);
    }
    require(state.equals("COMMITTED"), "the change-set is " + state);
    double seconds = (System.nanoTime() - begin) / 1e9;
    awaitDone(path, begin);
    return seconds;
  }

  /** Of the newest: a list is without the NICs, of which showing one would tell hundreds. */
  private String state(String id) {
    JsonArray newest = member.get("v1/change-sets?limit=1").is(200).json().getJsonArray("items");
    require(newest.getJsonObject(0).getString("id").equals(id), "another change-set came between");
    return newest.getJsonObject(0).getString("state");
  }

  private void awaitDone(String path, long begin) {
    while (member.get(path).is(200).body().contains("\"WRITTEN\"")) {
      LockSupport.parkNanos(PAUSE.toNanos());
      require(System.nanoTime() - begin < PATIENCE.toNanos(), "the NICs are not settled");
    }
  }

  /** The driver alone: for each port log in, read, write, read back, save. */
  private static double oneByOne(Rack rack) {
    SwitchDriver driver =
        ServiceLoader.load(SwitchDriver.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(each -> each.type().equals(TYPE))
            .findFirst()
            .orElseThrow();
    PortConfig wanted = PortConfig.PARKED.with(Channel.NATIVE, new VlanId(999));
    long begin = System.nanoTime();
    for (PortName port : rack.device().ports()) {
      visit(driver, rack, port, wanted);
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    rack.device().ports().forEach(port -> visit(driver, rack, port, PortConfig.PARKED));
    return seconds;
  }

  private static void visit(SwitchDriver driver, Rack rack, PortName port, PortConfig wanted) {
    SwitchEndpoint endpoint =
        new SwitchEndpoint(
            new Label(rack.name()),
            "127.0.0.1",
            rack.ssh().port(),
            USER,
            new Secret(PASSWORD),
            Optional.of(rack.ssh().hostKey()),
            Map.of(),
            PATIENCE,
            () -> true);
    try (SwitchDriver.SwitchSession session = driver.open(endpoint)) {
      PortConfig read = session.read(List.of(port)).get(port);
      session.apply(List.of(new PortChange(port, read, wanted)));
      session.read(List.of(port));
      session.save();
    }
  }

  private static double middle(double[] sorted) {
    return sorted[sorted.length / 2];
  }

  private static double late(double[] sorted) {
    return sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * LATE))];
  }

  private static void require(boolean well, String what) {
    if (!well) {
      throw new IllegalStateException(what);
    }
  }

  /** The switches are gone; what HaaS knows of them goes with the benchmark's state. */
  @Override
  public void close() throws IOException {
    for (Rack rack : racks) {
      rack.ssh().close();
    }
  }
}
