package org.haas.it.v0;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.haas.driver.sim.SimOptions;
import org.haas.driver.sim.SimSwitchServer;
import org.haas.spi.Label;

/**
 * A small site of its own inside the running HaaS, made by HIL's API: two projects, of the users
 * physics and biology, and a simulated switch in this process. Names have an ending that no other
 * run has; closing takes everything away.
 */
final class HilSite implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final int PORTS = 96;

  /** What the type of every switch begins with. */
  static final String TYPES = "http://schema.massopencloud.org/haas/v0/switches/";

  final HilClient admin = HilClient.of("admin");
  final HilClient physics = HilClient.of("physics");
  final HilClient biology = HilClient.of("biology");

  private final String ending = UUID.randomUUID().toString().substring(0, 8);

  final String physicsProject = "hil-physics-" + ending;
  final String biologyProject = "hil-biology-" + ending;
  final String switchName = "hil-sw-" + ending;

  private final Deque<Runnable> undo = new ArrayDeque<>();
  private final Deque<Runnable> letGo = new ArrayDeque<>();
  private final SimSwitchServer simulator;

  /** Every node is one of its. */
  final ObmDaemon daemon = new ObmDaemon();

  private int lastPort;
  private int lastName;

  HilSite() {
    try {
      Path state = Files.createTempDirectory(Path.of("target"), "hil-sim");
      simulator =
          SimSwitchServer.start(
              new SimOptions(
                  0, state, List.of(new Label(switchName)), PORTS, Optional.of("hil:open sesame")));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    project(physicsProject, "physics");
    project(biologyProject, "biology");
    admin.put("/switch/" + switchName, mock(simulator.port())).isDone();
    undo.push(() -> admin.delete("/switch/" + switchName));
  }

  /** A free node with the NICs eth0 and eth1, each on a port of the switch. */
  String node() {
    String node = freshName("hil-node");
    register(node);
    for (String nic : List.of("eth0", "eth1")) {
      nic(node, nic);
      plug(port(), node, nic);
    }
    return node;
  }

  /** A free node without NICs. */
  String bareNode() {
    String node = freshName("hil-node");
    register(node);
    return node;
  }

  void nic(String node, String nic) {
    String path = "/node/%s/nic/%s".formatted(node, nic);
    admin.put(path, "{'macaddr':'52:54:00:00:00:01'}").isDone();
    undo.push(() -> admin.delete(path));
  }

  /** A registered port, escaped for a path. */
  String port() {
    String path = "/switch/%s/port/gi1%%2F0%%2F%d".formatted(switchName, ++lastPort);
    admin.put(path).isDone();
    undo.push(() -> whileBlocked(() -> admin.delete(path)));
    return path;
  }

  void plug(String port, String node, String nic) {
    admin.post(port + "/connect_nic", "{'node':'%s','nic':'%s'}".formatted(node, nic)).isDone();
    undo.push(() -> admin.post(port + "/detach_nic"));
  }

  /** The path of the port that was registered last. */
  String lastPort() {
    return "/switch/%s/port/gi1%%2F0%%2F%d".formatted(switchName, lastPort);
  }

  /** A node that the project physics of this site holds. */
  String physicsNode() {
    String node = node();
    hold(physicsProject, node);
    return node;
  }

  void hold(String project, String node) {
    String body = "{'node':'%s'}".formatted(node);
    admin.post("/project/" + project + "/connect_node", body).isDone();
    letGo.push(() -> letGo(project, node));
  }

  /** A network of the project, its VLAN from the pool. */
  String network(String project) {
    return network(project, project, "");
  }

  String network(String owner, String access, String netId) {
    String name = freshName("hil-net");
    admin
        .put(
            "/network/" + name,
            "{'owner':'%s','access':'%s','net_id':'%s'}".formatted(owner, access, netId))
        .isDone();
    undo.push(() -> admin.delete("/network/" + name));
    return name;
  }

  /** Asks again while a port is being parked. */
  HilAnswer whileBlocked(Supplier<HilAnswer> ask) {
    return until(ask, answer -> answer.status() != 409);
  }

  /** Asks until the networking action is DONE. */
  void awaitDone(String statusId) {
    awaitDone(statusId, admin);
  }

  void awaitDone(String statusId, HilClient asking) {
    String last =
        until(
            () -> asking.get("/networking_action/" + statusId).body(),
            body -> !body.contains("\"status\":\"PENDING\""));
    assertThat(last).startsWith("{\"status\":\"DONE\"");
  }

  private static <T> T until(Supplier<T> ask, Predicate<T> enough) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    T last = ask.get();
    while (!enough.test(last) && System.nanoTime() - deadline < 0) {
      LockSupport.parkNanos(PAUSE.toNanos());
      last = ask.get();
    }
    return last;
  }

  /** A name that nothing else has. */
  String freshName(String beginning) {
    return "%s-%s-%d".formatted(beginning, ending, ++lastName);
  }

  /** Takes all away, the last made first; what a test took away itself is not there any more. */
  @Override
  public void close() throws IOException {
    letGo.forEach(Runnable::run);
    undo.forEach(Runnable::run);
    simulator.close();
    daemon.close();
  }

  private void project(String project, String member) {
    admin.put("/project/" + project).isDone();
    undo.push(() -> admin.delete("/project/" + project));
    admin
        .post(
            "/auth/basic/user/%s/add_project".formatted(member),
            "{'project':'%s'}".formatted(project))
        .isDone();
  }

  private void register(String node) {
    String obmd = "{'obmd':{'uri':'%s','admin_token':'%s'}}";
    admin.put("/node/" + node, obmd.formatted(daemon.url(node), ObmDaemon.PASSWORD)).isDone();
    undo.push(() -> admin.delete("/node/" + node));
  }

  /** Reverts every port of the node, waits, and takes it out of the project. */
  private void letGo(String project, String node) {
    String shown = admin.get("/node/" + node).body();
    Matcher port = Pattern.compile("\"port\":\"([^\"]+)\"").matcher(shown);
    while (port.find()) {
      String path = "/switch/%s/port/%s/revert".formatted(switchName, port.group(1));
      HilAnswer reverted = admin.post(path);
      if (reverted.status() == 200) {
        until(
            () -> admin.get("/networking_action/" + reverted.statusId(200)).body(),
            body -> !body.contains("PENDING"));
      }
    }
    admin.put("/node/" + node + "/obm", "{'enabled':false}");
    admin.post("/project/" + project + "/detach_node", "{'node':'%s'}".formatted(node));
    until(() -> admin.get("/nodes/free").body(), free -> free.contains('"' + node + '"'));
  }

  private static String mock(int port) {
    return "{'type':'%smock','hostname':'127.0.0.1:%d','username':'hil','password':'open sesame'}"
        .formatted(TYPES, port);
  }
}
