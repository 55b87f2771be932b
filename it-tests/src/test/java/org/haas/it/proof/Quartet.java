package org.haas.it.proof;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.haas.it.Site;
import org.haas.spi.Channel;
import org.haas.spi.PortConfig;
import org.haas.spi.PortName;
import org.haas.spi.VlanId;

/** A site of its own on four emulated switches of different systems, with a node at each port. */
final class Quartet implements AutoCloseable {
  private static final int PORTS = 5;
  private static final String NIC = "eth0";

  /** Where a node is. */
  private record Place(int device, PortName port) {}

  final Site site = new Site();
  final List<Emulated> devices = Emulated.ofEachKind(PORTS);

  private final List<String> names = devices.stream().map(one -> site.freshName("os")).toList();
  private final Map<String, Place> places = new TreeMap<>();
  private final Map<String, VlanId> vlans = new HashMap<>();
  private final List<String> natives = List.of(site.network(), site.network());
  private final List<String> tagged = List.of(site.network(), site.network());

  Quartet() {
    for (int i = 0; i < devices.size(); i++) {
      register(i);
    }
    Invariants.awaitQuiet(names);
    String project = "{\"project\":\"%s\"}".formatted(site.project);
    places
        .keySet()
        .forEach(
            node -> site.admin.put("v1/nodes/%s/reservation".formatted(node), project).is(200));
    natives.forEach(this::learn);
    tagged.forEach(this::learn);
  }

  private void learn(String network) {
    JsonObject shown = site.member.get("v1/networks/" + network).is(200).json();
    vlans.put(network, new VlanId(shown.getInt("vlan")));
  }

  private void register(int index) {
    Emulated device = devices.get(index);
    JsonArrayBuilder ports = Json.createArrayBuilder();
    JsonArrayBuilder nodes = Json.createArrayBuilder();
    for (PortName port : device.ports()) {
      String node = site.freshName("quartet");
      places.put(node, new Place(index, port));
      ports.add(Json.createObjectBuilder().add("name", port.value()).add("role", "EDGE"));
      nodes.add(
          Json.createObjectBuilder()
              .add("name", node)
              .add(
                  "nics",
                  Json.createArrayBuilder()
                      .add(
                          Json.createObjectBuilder()
                              .add("name", NIC)
                              .add("mac", "52:54:00:0d:00:%02x".formatted(places.size()))
                              .add("switch", names.get(index))
                              .add("port", port.value()))));
    }
    String document =
        Json.createObjectBuilder()
            .add(
                "switches",
                Json.createArrayBuilder()
                    .add(device.document(names.get(index)).add("ports", ports)))
            .add("nodes", nodes)
            .build()
            .toString();
    site.admin.post("v1/site", document).isDone();
  }

  /** Each node, on no network. */
  Map<String, NavigableSet<String>> nothing() {
    Map<String, NavigableSet<String>> nothing = new TreeMap<>();
    places.keySet().forEach(node -> nothing.put(node, new TreeSet<>()));
    return nothing;
  }

  /** The networks that come without a tag: one at most on a NIC. */
  List<String> natives() {
    return natives;
  }

  /** The networks that come tagged. */
  List<String> tagged() {
    return tagged;
  }

  /** A network as a change-set wants it, with its channel. */
  String wish(String network) {
    return natives.contains(network) ? network : network + "@vlan/" + vlans.get(network);
  }

  /** The number of the switch that the node is on. */
  int device(String node) {
    return places.get(node).device();
  }

  /** Those of the nodes whose ports do something else than that intent has of them. */
  List<String> differ(Map<String, NavigableSet<String>> intent) {
    List<Map<PortName, PortConfig>> real = devices.stream().map(Emulated::carried).toList();
    List<String> differing = new ArrayList<>();
    intent.forEach(
        (node, networks) -> {
          PortConfig seen = real.get(device(node)).get(places.get(node).port());
          if (!seen.equals(config(networks))) {
            differing.add(
                "%s at %s of %s is %s, not %s"
                    .formatted(
                        node,
                        places.get(node).port(),
                        devices.get(device(node)),
                        seen,
                        config(networks)));
          }
        });
    return differing;
  }

  private PortConfig config(NavigableSet<String> networks) {
    PortConfig config = PortConfig.PARKED;
    for (String network : networks) {
      VlanId vlan = vlans.get(network);
      Channel channel = natives.contains(network) ? Channel.NATIVE : Channel.tagged(vlan);
      config = config.with(channel, vlan);
    }
    return config;
  }

  /** Nothing is wrong with any of the switches any more. */
  void heal() {
    devices.forEach(device -> device.trouble().heal());
  }

  /** Waits until nothing is to be done, and asserts what the database wants of the switches. */
  void assertSettled() {
    Invariants.awaitQuiet(names);
    List<SwitchSeen> seen = new ArrayList<>();
    for (int i = 0; i < devices.size(); i++) {
      Map<String, PortConfig> ports = new HashMap<>();
      devices.get(i).carried().forEach((port, config) -> ports.put(port.value(), config));
      seen.add(new SwitchSeen(names.get(i), ports, 0));
    }
    Invariants.hold(seen);
  }

  /** Takes all NICs off their networks, and everything out of the inventory. */
  @Override
  public void close() throws IOException {
    heal();
    Invariants.awaitQuiet(names);
    ChangeSet last =
        ChangeSet.plan(site.member, ChangeSet.all(List.copyOf(places.keySet()), "EXACTLY"));
    last.apply();
    assertThat(last.becomes("COMMITTED", "UNDONE")).isEqualTo("COMMITTED");
    Invariants.awaitQuiet(names);
    places.forEach(this::forget);
    names.forEach(name -> site.admin.delete("v1/switches/" + name));
    site.close();
    devices.forEach(Emulated::close);
  }

  private void forget(String node, Place place) {
    String path = "v1/nodes/" + node;
    String escaped = place.port().value().replace("/", "%2F");
    String port = "v1/switches/%s/ports/%s".formatted(names.get(place.device()), escaped);
    site.admin.delete(path + "/reservation").isDone();
    site.admin.delete(port + "/nic").isDone();
    site.admin.delete(path + "/nics/" + NIC).isDone();
    site.admin.delete(path).isDone();
    site.admin.delete(port).isDone();
  }
}
