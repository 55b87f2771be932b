package org.haas.it.proof;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.IntStream;
import org.haas.it.Answer;
import org.haas.it.Api;
import org.haas.it.Site;

/** Many nodes of one project with a NIC each, on one simulated switch. */
final class Fleet implements AutoCloseable {
  private static final String NIC = "eth0";

  private final Site site;
  private final String switchName;
  private final List<String> nodes;

  /** Registers them at the site's own switch by one document, and reserves them. */
  Fleet(Site site, int size) {
    this(site, site.switchName, site.switchDocument(), size);
  }

  /** The same at another switch, which the document of the site describes. */
  Fleet(Site site, String switchName, JsonObjectBuilder network, int size) {
    this.site = site;
    this.switchName = switchName;
    this.nodes = IntStream.range(0, size).mapToObj(i -> site.freshName("fleet")).toList();
    JsonArrayBuilder ports = Json.createArrayBuilder();
    JsonArrayBuilder machines = Json.createArrayBuilder();
    for (int i = 0; i < size; i++) {
      ports.add(Json.createObjectBuilder().add("name", port(i)).add("role", "EDGE"));
      machines.add(
          Json.createObjectBuilder()
              .add("name", nodes.get(i))
              .add("nics", Json.createArrayBuilder().add(nic(i))));
    }
    String document =
        Json.createObjectBuilder()
            .add("switches", Json.createArrayBuilder().add(network.add("ports", ports)))
            .add("nodes", machines)
            .build()
            .toString();
    site.admin.post("v1/site", document).isDone();
    Invariants.awaitQuiet(List.of(switchName));
    String project = "{\"project\":\"%s\"}".formatted(site.project);
    nodes.parallelStream()
        .forEach(
            node -> site.admin.put("v1/nodes/%s/reservation".formatted(node), project).is(200));
  }

  private JsonObjectBuilder nic(int i) {
    return Json.createObjectBuilder()
        .add("name", NIC)
        .add("mac", "52:54:00:0f:%02x:%02x".formatted(i / 256, i % 256))
        .add("switch", switchName)
        .add("port", port(i));
  }

  /** The switch that all of them are on. */
  String switchName() {
    return switchName;
  }

  static String port(int i) {
    return "gi1/0/" + (i + 1);
  }

  List<String> nodes() {
    return nodes;
  }

  Answer connect(String node, String network) {
    return connect(site.member, node, network);
  }

  Answer connect(Api as, String node, String network) {
    return as.put(connection(node, network), "{}");
  }

  /** Asks for all of them, and answers the operation of each. */
  Map<String, String> connectAll(String network) {
    return connectAll(site.member, network);
  }

  /** Has somebody ask for all of them, and answers the operation of each. */
  Map<String, String> connectAll(Api as, String network) {
    Map<String, String> accepted = new ConcurrentSkipListMap<>();
    nodes.parallelStream()
        .forEach(
            node -> accepted.put(node, connect(as, node, network).is(202).json().getString("id")));
    return accepted;
  }

  /** Asks for all of them, and answers the operation of each. */
  Map<String, String> detachAll(String network) {
    Map<String, String> accepted = new ConcurrentSkipListMap<>();
    nodes.parallelStream()
        .forEach(node -> accepted.put(node, detach(node, network).is(202).json().getString("id")));
    return accepted;
  }

  Answer detach(String node, String network) {
    return site.member.delete(connection(node, network));
  }

  private static String connection(String node, String network) {
    return "v1/nodes/%s/nics/%s/networks/%s".formatted(node, NIC, network);
  }

  /** Takes them out of the inventory; they must be connected to nothing. */
  @Override
  public void close() {
    IntStream.range(0, nodes.size()).parallel().forEach(this::forget);
  }

  private void forget(int i) {
    String node = "v1/nodes/" + nodes.get(i);
    String port = "v1/switches/%s/ports/%s".formatted(switchName, port(i).replace("/", "%2F"));
    site.admin.delete(node + "/reservation").isDone();
    site.admin.delete(port + "/nic").isDone();
    site.admin.delete(node + "/nics/" + NIC).isDone();
    site.admin.delete(node).isDone();
    site.admin.delete(port).isDone();
  }
}
