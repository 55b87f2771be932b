package org.haas.cli.lab;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.haas.cli.json.JsonText;
import org.haas.cli.wire.Api;
import org.haas.cli.wire.Http;

/**
 * What there is.
 *
 * @param own the networks that the project owns
 * @param usable those that it may use, and the channel of each with its tag
 * @param held its nodes: their NICs, and the networks on each
 * @param others nodes of the document that it does not hold, with their NICs
 */
record Found(
    Set<String> own,
    Map<String, String> usable,
    Map<String, Map<String, Set<Link>>> held,
    Map<String, Other> others) {

  /** A node that the project does not hold. */
  record Other(boolean free, String state, Set<String> nics) {}

  /** Reads it: two lists, and each node that the project does not hold yet. */
  static Found read(Api api, Lab lab) {
    String project = Http.escaped(lab.project());
    api.get("v1/projects/" + project);
    Set<String> own = new LinkedHashSet<>();
    Map<String, String> usable = new LinkedHashMap<>();
    for (JsonObject network : api.all("v1/networks?project=" + project + "&limit=1000")) {
      usable.put(network.getString("name"), tagged(network));
      if (network.getString("owner", "").equals(lab.project())) {
        own.add(network.getString("name"));
      }
    }
    Map<String, Map<String, Set<Link>>> held = new LinkedHashMap<>();
    for (JsonObject node : api.all("v1/nodes?project=" + project + "&limit=1000")) {
      if (node.getString("state").equals("RESERVED")) {
        held.put(node.getString("name"), nics(node));
      }
    }
    Map<String, Other> others = new LinkedHashMap<>();
    for (String name : lab.nodes().keySet()) {
      if (!held.containsKey(name)) {
        JsonObject node = api.get("v1/nodes/" + Http.escaped(name));
        String state = node.getString("state");
        others.put(name, new Other(state.equals("FREE"), state, nics(node).keySet()));
      }
    }
    return new Found(own, usable, held, others);
  }

  /** The channel of a network with its tag: a network has one. */
  static String tagged(JsonObject network) {
    return JsonText.list(network, "channels").getValuesAs(JsonString.class).stream()
        .map(JsonString::getString)
        .filter(channel -> !channel.equals("vlan/native"))
        .findFirst()
        .orElse(Link.TAGGED);
  }

  /** What is being taken off is not there any more. */
  private static Map<String, Set<Link>> nics(JsonObject node) {
    Map<String, Set<Link>> nics = new LinkedHashMap<>();
    for (JsonObject nic : JsonText.list(node, "nics").getValuesAs(JsonObject.class)) {
      Set<Link> links = new TreeSet<>();
      for (JsonObject on : JsonText.list(nic, "networks").getValuesAs(JsonObject.class)) {
        if (!on.getString("state", "").equals("DETACHING")) {
          links.add(new Link(on.getString("network"), on.getString("channel")));
        }
      }
      nics.put(nic.getString("name"), links);
    }
    return nics;
  }
}
