package org.haas.it.proof;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.stream.IntStream;
import org.haas.it.Answer;
import org.haas.it.Site;

/** Many nodes of one project with a NIC each, on the simulated switch of a site. */
final class Fleet implements AutoCloseable {
  private static final String NIC = "eth0";

  private final Site site;
  private final List<String> nodes;

  /** Registers them by one document, and reserves them. */
  Fleet(Site site, int size) {
    this.site = site;
    this.nodes = IntStream.range(0, size).mapToObj(i -> site.freshName("fleet")).toList();
    JsonObjectBuilder network = site.switchDocument();
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
    Invariants.awaitQuiet(List.of(site.switchName));
    nodes.forEach(
        node ->
            site.admin
                .put(
                    "v1/nodes/%s/reservation".formatted(node),
                    "{\"project\":\"%s\"}".formatted(site.project))
                .is(200));
  }

  private JsonObjectBuilder nic(int i) {
    return Json.createObjectBuilder()
        .add("name", NIC)
        .add("mac", "52:54:00:0f:%02x:%02x".formatted(i / 256, i % 256))
        .add("switch", site.switchName)
        .add("port", port(i));
  }

  private static String port(int i) {
    return "gi1/0/" + (i + 1);
  }

  List<String> nodes() {
    return nodes;
  }

  Answer connect(String node, String network) {
    return site.member.put(connection(node, network), "{}");
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
    for (int i = 0; i < nodes.size(); i++) {
      String node = "v1/nodes/" + nodes.get(i);
      String port =
          "v1/switches/%s/ports/%s".formatted(site.switchName, port(i).replace("/", "%2F"));
      site.admin.delete(node + "/reservation").isDone();
      site.admin.delete(port + "/nic").isDone();
      site.admin.delete(node + "/nics/" + NIC).isDone();
      site.admin.delete(node).isDone();
      site.admin.delete(port).isDone();
    }
  }
}
