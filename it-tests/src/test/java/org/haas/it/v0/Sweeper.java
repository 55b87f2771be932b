package org.haas.it.v0;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Takes away what a story left, by HIL's API: a story that fails does not come to its end. */
final class Sweeper {
  private static final Duration PATIENCE = Duration.ofSeconds(8);
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final HilClient admin = HilClient.of("admin");
  private final String run;
  private final List<String> left = new ArrayList<>();

  /**
   * Of one run.
   *
   * @param run what its names have in them
   */
  Sweeper(String run) {
    this.run = run;
  }

  /** Sweeps, and fails if there was anything. */
  void assertNothingLeft() {
    names("/projects").forEach(this::headnodes);
    names("/nodes/all").forEach(this::node);
    names("/switches").forEach(this::ports);
    names("/switches").forEach(name -> delete("/switch/" + name));
    names("/networks").forEach(name -> delete("/network/" + name));
    names("/projects").forEach(name -> delete("/project/" + name));
    names("/auth/basic/users").forEach(name -> delete("/auth/basic/user/" + name));
    assertThat(left).as("left by the story, and taken away now").isEmpty();
  }

  private void headnodes(String project) {
    for (String headnode : names("/project/%s/headnodes".formatted(project))) {
      delete("/headnode/" + headnode);
    }
  }

  private void node(String node) {
    JsonObject shown = json("/node/" + node).asJsonObject();
    List<JsonObject> nics = shown.getJsonArray("nics").getValuesAs(JsonObject.class);
    List<String> ports = nics.stream().filter(nic -> !nic.isNull("port")).map(this::port).toList();
    if (!shown.isNull("project")) {
      ports.forEach(port -> admin.post(port + "/revert"));
      admin.put("/node/%s/obm".formatted(node), "{'enabled':false}");
      String detach = "/project/%s/detach_node".formatted(shown.getString("project"));
      until(() -> admin.post(detach, "{'node':'%s'}".formatted(node)).status() == 200);
      until(() -> names("/nodes/free").contains(node));
    }
    ports.forEach(port -> until(() -> admin.post(port + "/detach_nic").status() == 200));
    nics.forEach(nic -> admin.delete("/node/%s/nic/%s".formatted(node, nic.getString("label"))));
    delete("/node/" + node);
  }

  private String port(JsonObject nic) {
    return port(nic.getString("switch"), nic.getString("port"));
  }

  private static String port(String name, String port) {
    return "/switch/%s/port/%s".formatted(name, port.replace("/", "%2F"));
  }

  private void ports(String name) {
    JsonArray ports = json("/switch/" + name).asJsonObject().getJsonArray("ports");
    for (JsonObject port : ports.getValuesAs(JsonObject.class)) {
      delete(port(name, port.getString("label")));
    }
  }

  private void delete(String path) {
    left.add(path);
    until(() -> admin.delete(path).status() != 409);
  }

  /** Of this run, of the array or object that is answered. */
  private List<String> names(String path) {
    JsonValue found = json(path);
    Stream<String> names =
        found instanceof JsonArray array
            ? array.getValuesAs(JsonString::getString).stream()
            : found.asJsonObject().keySet().stream();
    return names.filter(name -> name.contains(run)).toList();
  }

  private JsonValue json(String path) {
    return Known.json(admin.get(path).body());
  }

  private static void until(BooleanSupplier enough) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!enough.getAsBoolean() && System.nanoTime() - deadline < 0) {
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }
}
