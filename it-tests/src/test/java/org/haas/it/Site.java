package org.haas.it;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.haas.driver.sim.SimBmcAdmin;
import org.haas.driver.sim.SimHostAdmin;
import org.haas.driver.sim.SimHypervisor;
import org.haas.driver.sim.SimOptions;
import org.haas.driver.sim.SimSwitch;
import org.haas.driver.sim.SimSwitchAdmin;
import org.haas.driver.sim.SimSwitchServer;
import org.haas.spi.HypervisorDriver.HypervisorSession;
import org.haas.spi.HypervisorEndpoint;
import org.haas.spi.Label;
import org.haas.spi.Secret;
import org.haas.spi.SwitchDriver.SwitchSession;
import org.haas.spi.SwitchEndpoint;

/**
 * A small site of its own inside the running HaaS, made by the API: two projects with a user for
 * each role, and a simulated switch in this process. Names end in what no other run has; closing
 * takes away what it can.
 */
public final class Site implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final int PORTS = 300;
  private static final int BMCS = 60;
  private static final int SPARES = 12;

  /** The simulated hypervisors, as their simulator calls them. */
  public static final List<Label> HOSTS = List.of(new Label("host-1"), new Label("host-2"));

  /** With which every user of the site logs in. */
  public static final String PASSWORD = "correct horse battery staple";

  private final String ending = UUID.randomUUID().toString().substring(0, 8);
  private final Deque<String> made = new ConcurrentLinkedDeque<>();
  private final SimSwitchServer simulator;
  private int lastPort;
  private int lastDevice;
  private final AtomicInteger lastName = new AtomicInteger();
  private int lastBmc;
  private boolean hypervisorsMade;

  /** An administrator. */
  public final Api admin = Api.of("admin");

  /** A member of {@link #project}. */
  public final Api member;

  /** A manager of {@link #project}. */
  public final Api manager;

  /** A manager of {@link #otherProject} and of nothing else. */
  public final Api outsider;

  /** A project. */
  public final String project = "p-" + ending;

  /** A project of somebody else. */
  public final String otherProject = "o-" + ending;

  /** The simulated switch. */
  public final String switchName = "sw-" + ending;

  /** Makes it. */
  public Site() {
    simulator = simulator();
    make("v1/projects", "{\"name\":\"%s\"}".formatted(project), project);
    make("v1/projects", "{\"name\":\"%s\"}".formatted(otherProject), otherProject);
    member = user("member", project, "MEMBER");
    manager = user("manager", project, "MANAGER");
    outsider = user("outsider", otherProject, "MANAGER");
    make("v1/switches", switchJson(switchName, device(0)), switchName);
  }

  private SimSwitchServer simulator() {
    try {
      return SimSwitchServer.start(
          new SimOptions(
              0,
              Files.createTempDirectory("haas-sim"),
              IntStream.rangeClosed(0, SPARES).mapToObj(this::device).toList(),
              IntStream.rangeClosed(1, BMCS).mapToObj(bmc -> new Label("bmc-" + bmc)).toList(),
              HOSTS,
              PORTS,
              Optional.of("it:open sesame")));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Looks into this site's switch, behind the back of HaaS; for the caller to close. */
  public SimSwitchAdmin look() {
    return SimSwitchAdmin.connect(simulator.port(), "it", new Secret("open sesame"));
  }

  /** Looks at this site's machines, behind the back of HaaS; for the caller to close. */
  public SimBmcAdmin lookAtMachines() {
    return SimBmcAdmin.connect(simulator.port(), "it", new Secret("open sesame"));
  }

  /** Looks at this site's hypervisors, behind the back of HaaS; for the caller to close. */
  public SimHostAdmin lookAtHosts() {
    return SimHostAdmin.connect(simulator.port(), "it", new Secret("open sesame"));
  }

  /** Registers both, once, and waits until they were read. */
  public void hypervisors() {
    if (!hypervisorsMade) {
      hypervisorsMade = true;
      HOSTS.forEach(host -> make("v1/hypervisors", hypervisorJson(host(host), host), host(host)));
      HOSTS.forEach(
          host ->
              until(
                  () -> admin.get("v1/hypervisors/" + host(host)),
                  answer -> answer.body().contains("\"readAt\"")));
      admin
          .put(
              "v1/projects/%s/headnode-limits".formatted(project),
              "{\"headnodes\":100,\"cpus\":1000,\"memoryMib\":1000000,\"diskGib\":10000}")
          .is(200);
    }
  }

  /** A hypervisor without headnodes: the second, under another name. */
  public String freshHypervisor() {
    String name = freshName("host");
    make("v1/hypervisors", hypervisorJson(name, HOSTS.get(1)), name);
    return name;
  }

  /** Under which name HaaS knows it. */
  public String host(Label host) {
    return host + "-" + ending;
  }

  /** A registration of one of this site's hypervisors. */
  public String hypervisorJson(String name, Label host) {
    return """
        {"name": "%s", "type": "sim", "address": "127.0.0.1:%d", "username": "it",
         "password": "open sesame", "settings": {"hypervisor": "%s"}}"""
        .formatted(name, simulator.port(), host);
  }

  /** Does something on a hypervisor behind the back of HaaS, under that mark. */
  public void onHost(Label host, Label owner, Consumer<HypervisorSession> work) {
    HypervisorEndpoint endpoint =
        new HypervisorEndpoint(
            host,
            "127.0.0.1:" + simulator.port(),
            "it",
            new Secret("open sesame"),
            Optional.empty(),
            Map.of("hypervisor", host.value()),
            owner,
            PATIENCE,
            () -> true);
    try (HypervisorSession session = new SimHypervisor().open(endpoint)) {
      work.accept(session);
    }
  }

  /** A headnode of {@link #project} that does not run, with a NIC eth0. */
  public String headnode() {
    hypervisors();
    String name = freshName("head");
    String spec = "{\"name\":\"%s\",\"project\":\"%s\",\"image\":\"tiny\",\"memoryMib\":64}";
    awaitEnd(
        admin.post("v1/headnodes", spec.formatted(name, project)).is(202).json().getString("id"));
    admin.post("v1/headnodes/%s/nics".formatted(name), "{\"name\":\"eth0\"}").is(201);
    return name;
  }

  /** Also those that a test registered and forgot. */
  private void removeHypervisors() {
    admin
        .get("v1/hypervisors")
        .is(200)
        .json()
        .getJsonArray("items")
        .getValuesAs(JsonObject.class)
        .stream()
        .map(hypervisor -> hypervisor.getString("name"))
        .filter(name -> name.contains(ending))
        .forEach(name -> admin.delete("v1/hypervisors/" + name).is(204));
  }

  private void removeHeadnodes() {
    if (hypervisorsMade) {
      admin
          .get("v1/headnodes?limit=1000&project=" + project)
          .is(200)
          .json()
          .getJsonArray("items")
          .getValuesAs(JsonObject.class)
          .stream()
          .map(headnode -> admin.delete("v1/headnodes/" + headnode.getString("name")).is(202))
          .toList() // all are asked for before the first is waited for
          .forEach(removal -> awaitEnd(removal.json().getString("id")));
    }
  }

  /** A free node with a simulated controller, of the name that is answered. */
  public Machine machine() {
    Label bmc = new Label("bmc-" + ++lastBmc);
    Machine machine = new Machine(bareNode(), bmc);
    admin.put("v1/nodes/%s/bmc".formatted(machine.node()), bmcJson(bmc)).is(200);
    return machine;
  }

  /** The same, held by {@link #project}. */
  public Machine heldMachine() {
    Machine machine = machine();
    reserve(machine.node(), project);
    return machine;
  }

  /** A machine and its simulated controller. */
  public record Machine(String node, Label bmc) {}

  /** A registration of one of this site's controllers. */
  public String bmcJson(Label bmc) {
    return """
        {"type": "sim", "address": "127.0.0.1:%d", "username": "it", "password": "open sesame",
         "settings": {"bmc": "%s"}}"""
        .formatted(simulator.port(), bmc);
  }

  /** Where the switch listens, on 127.0.0.1. */
  public int switchPort() {
    return simulator.port();
  }

  /** Logs in to this site's switch as HaaS does, for the caller to close. */
  public SwitchSession intrude(long fence) {
    SwitchEndpoint endpoint =
        new SwitchEndpoint(
            new Label(switchName),
            "127.0.0.1",
            simulator.port(),
            "it",
            new Secret("open sesame"),
            Optional.empty(),
            Map.of(),
            PATIENCE,
            () -> true);
    return new SimSwitch().open(endpoint.withFence(fence));
  }

  private String switchJson(String name, Label device) {
    return """
        {"name": "%s", "type": "sim", "host": "127.0.0.1", "port": %d, "username": "it",
         "password": "open sesame", "settings": {"switch": "%s"}}"""
        .formatted(name, simulator.port(), device);
  }

  /** The switch as it is registered, to be added to. */
  public JsonObjectBuilder switchDocument() {
    try (JsonReader reader =
        Json.createReader(new StringReader(switchJson(switchName, device(0))))) {
      return Json.createObjectBuilder(reader.readObject());
    }
  }

  private Api user(String role, String of, String as) {
    String name = freshUser(role);
    admin
        .put("v1/projects/%s/members/%s".formatted(of, name), "{\"role\":\"%s\"}".formatted(as))
        .is(201);
    return Api.of(name, PASSWORD);
  }

  /** A user that this site made, logged in. */
  public Api login(String username) {
    return Api.of(username, PASSWORD);
  }

  /** A user in no project. */
  public String freshUser(String beginning) {
    String name = freshName(beginning);
    make("v1/users", "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(name, PASSWORD), name);
    return name;
  }

  /** A webhook of {@link #project} that is told nothing. */
  public String webhook() {
    String name = freshName("hook");
    String hooks = "v1/projects/%s/webhooks".formatted(project);
    String body = "{\"name\":\"%s\",\"url\":\"http://127.0.0.1:9/\",\"enabled\":false}";
    make(hooks, body.formatted(name), name);
    return name;
  }

  /** A free node without NICs. */
  public String bareNode() {
    String name = freshName("node");
    make("v1/nodes", "{\"name\":\"%s\"}".formatted(name), name);
    return name;
  }

  /** A free node whose NIC eth0 has no port. */
  public String nodeWithNic() {
    String node = bareNode();
    admin
        .post(
            "v1/nodes/%s/nics".formatted(node), "{\"name\":\"eth0\",\"mac\":\"52:54:00:00:00:01\"}")
        .is(201);
    made.push("v1/nodes/%s/nics/eth0".formatted(node));
    return node;
  }

  /** A node of {@link #project} without NICs. */
  public String reservedNode() {
    String node = bareNode();
    reserve(node, project);
    return node;
  }

  /** A free node with a fact {@code rack}. */
  public String describedNode() {
    String node = bareNode();
    admin.put("v1/nodes/%s/metadata/rack".formatted(node), "{\"value\":7}").is(200);
    return node;
  }

  /** A project without anything. */
  public String freshProject() {
    String name = freshName("project");
    make("v1/projects", "{\"name\":\"%s\"}".formatted(name), name);
    return name;
  }

  /** A member of {@link #project}. */
  public String freshMember() {
    String name = freshUser("member");
    admin
        .put("v1/projects/%s/members/%s".formatted(project, name), "{\"role\":\"MEMBER\"}")
        .is(201);
    return name;
  }

  /** A network of {@link #project} that {@link #otherProject} may use. */
  public String grantedNetwork() {
    String name = network();
    admin.put("v1/networks/%s/grants/%s".formatted(name, otherProject), "{}").is(200);
    return name;
  }

  /** A registered switch without ports, one of a few; it may get the port gi1/0/1. */
  public String freshSwitch() {
    String name = freshName("switch");
    make("v1/switches", switchJson(name, device(++lastDevice)), name);
    made.push("v1/switches/%s/ports/gi1%%2F0%%2F1".formatted(name));
    return name;
  }

  /** The site's switch, and others: two registrations of one would fence off each other. */
  private Label device(int number) {
    return new Label(number == 0 ? switchName : switchName + "-" + number);
  }

  /** A port that is parked and has no NIC, as it stands in a path. */
  public String freshPort() {
    String name = "gi1/0/" + ++lastPort;
    String escaped = name.replace("/", "%2F");
    admin
        .post("v1/switches/%s/ports".formatted(switchName), "{\"name\":\"%s\"}".formatted(name))
        .is(201);
    made.push("v1/switches/%s/ports/%s".formatted(switchName, escaped));
    String ready = "{\"name\":\"%s\",\"role\":\"EDGE\",\"state\":\"READY\"".formatted(name);
    until(() -> admin.get("v1/switches/" + switchName), answer -> answer.body().contains(ready));
    return escaped;
  }

  /** A parked port with the NIC of a free node behind it, as it stands in a path. */
  public String pluggedPort() {
    plug(nodeWithNic());
    return lastPort();
  }

  /** The port that was made last, as it stands in a path. */
  public String lastPort() {
    return "gi1%2F0%2F" + lastPort;
  }

  /** A free node whose NIC eth0 has a port. */
  public String cabledNode() {
    String node = nodeWithNic();
    plug(node);
    return node;
  }

  /** A node of {@link #project} whose NIC eth0 has a port. */
  public String heldNode() {
    return heldNode(project);
  }

  /** A node of that project whose NIC eth0 has a port. */
  public String heldNode(String holder) {
    String node = cabledNode();
    reserve(node, holder);
    return node;
  }

  private void reserve(String node, String holder) {
    String path = "v1/nodes/%s/reservation".formatted(node);
    admin.put(path, "{\"project\":\"%s\"}".formatted(holder)).is(200);
    made.push(path);
  }

  private void plug(String node) {
    String path = "v1/switches/%s/ports/%s/nic".formatted(switchName, freshPort());
    admin.put(path, "{\"node\":\"%s\",\"nic\":\"eth0\"}".formatted(node)).is(200);
    made.push(path);
  }

  /** A network of {@link #project}. */
  public String network() {
    String name = freshName("net");
    make("v1/networks", "{\"name\":\"%s\",\"owner\":\"%s\"}".formatted(name, project), name);
    return name;
  }

  /** Connects, and waits until it is done; answers the operation's id. */
  public String connect(String node, String network) {
    String path = "v1/nodes/%s/nics/eth0/networks/%s".formatted(node, network);
    String id = admin.put(path, "{}").is(202).json().getString("id");
    awaitEnd(id);
    made.push(path);
    return id;
  }

  /** A planned change-set of {@link #project}, which would connect a node to the network. */
  public String changeSet(String network) {
    String node = heldNode();
    made.push("v1/nodes/%s/nics/eth0/networks/%s".formatted(node, network));
    String wish =
        "{\"nics\":[{\"node\":\"%s\",\"nic\":\"eth0\",\"networks\":[{\"network\":\"%s\"}]}]}";
    return member
        .post("v1/change-sets", wish.formatted(node, network))
        .is(201)
        .json()
        .getString("id");
  }

  /** Waits until the operation is DONE. */
  public void awaitEnd(String operation) {
    until(
        () -> admin.get("v1/operations/" + operation),
        answer -> answer.json().getString("state").equals("DONE"));
  }

  /** A name that nothing else has. */
  public String freshName(String beginning) {
    return "%s-%s-%d".formatted(beginning, ending, lastName.incrementAndGet());
  }

  private void make(String collection, String json, String name) {
    admin.post(collection, json).is(201);
    made.push(collection + "/" + name);
  }

  /** Asks again until the answer is enough, for a minute and a half. */
  public static void until(Supplier<Answer> ask, Predicate<Answer> enough) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    Answer last = ask.get();
    while (!enough.test(last)) {
      if (System.nanoTime() - deadline > 0) {
        throw new AssertionError("Still not after " + PATIENCE + ": " + last);
      }
      LockSupport.parkNanos(PAUSE.toNanos());
      last = ask.get();
    }
  }

  /** Takes all away, the last made first; what is gone already is no matter. */
  @Override
  public void close() throws IOException {
    removeHeadnodes();
    removeHypervisors();
    for (String path : made) {
      Answer answer = admin.delete(path);
      if (answer.status() == 202) {
        awaitEnd(answer.json().getString("id"));
      }
      if (path.endsWith("/reservation")) {
        String node = path.substring(0, path.lastIndexOf('/'));
        until(() -> admin.get(node), shown -> !shown.body().contains("\"RELEASING\""));
      }
    }
    simulator.close();
  }
}
