package org.haas.it.rest;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.haas.it.Site;

/** Makes the things that rows of the table speak of, when one is first spoken of. */
final class SiteThings {
  private static final Pattern WORD = Pattern.compile("<([a-zA-Z]+)>");

  private final Site site;
  private final Map<String, String> made = new HashMap<>();
  private String network;
  private String operation;
  private String headnode;

  SiteThings(Site site) {
    this.site = site;
  }

  /** The text with a thing for each word; the same thing for the same word. */
  String fill(String text) {
    Matcher word = WORD.matcher(text);
    StringBuilder filled = new StringBuilder();
    while (word.find()) {
      String thing = made.computeIfAbsent(word.group(1), this::thing);
      word.appendReplacement(filled, Matcher.quoteReplacement(thing));
    }
    return word.appendTail(filled).toString();
  }

  /** Things used so far are used up: the next words stand for new ones. */
  void renew() {
    made.clear();
  }

  private String thing(String word) {
    return switch (word) {
      case "newName" -> site.freshName("new");
      case "project" -> site.project;
      case "otherProject" -> site.otherProject;
      case "freshProject" -> site.freshProject();
      case "freshUser" -> site.freshUser("user");
      case "manager" -> site.manager.get("v1/me").json().getString("username");
      case "tokenOfManager" -> tokenOfManager();
      case "webhook", "freshWebhook" -> site.webhook();
      case "freshMember" -> site.freshMember();
      case "bareNode" -> site.bareNode();
      case "describedNode" -> site.describedNode();
      case "nodeWithNic" -> site.nodeWithNic();
      case "reservedNode" -> site.reservedNode();
      case "controlledNode" -> site.machine().node();
      case "machine" -> site.heldMachine().node();
      case "heldNode" -> site.heldNode();
      case "connectedNode" -> connectedNode();
      case "operation" -> operation();
      case "network" -> network();
      case "freshNetwork" -> site.network();
      case "grantedNetwork" -> site.grantedNetwork();
      case "headnode" -> headnode();
      case "changeSet" -> site.changeSet(network());
      case "freshHeadnode" -> site.headnode();
      case "connectedHeadnode" -> connectedHeadnode();
      case "hypervisor" -> hypervisor();
      case "image" -> image();
      case "freshHypervisor" -> site.freshHypervisor();
      case "switch" -> site.switchName;
      case "freshSwitch" -> site.freshSwitch();
      case "freshPort" -> site.freshPort();
      case "otherPort" -> site.freshPort();
      case "pluggedPort" -> site.pluggedPort();
      default -> throw new IllegalArgumentException("The table speaks of an unknown " + word);
    };
  }

  private String tokenOfManager() {
    String name = site.freshName("token");
    site.manager.post("v1/tokens", "{\"name\":\"%s\"}".formatted(name)).is(201);
    return name;
  }

  private String network() {
    if (network == null) {
      network = site.network();
    }
    return network;
  }

  private String headnode() {
    if (headnode == null) {
      headnode = site.headnode();
    }
    return headnode;
  }

  private String hypervisor() {
    site.hypervisors();
    return site.host(Site.HOSTS.get(0));
  }

  /** One that the simulated hypervisors have. */
  private String image() {
    site.hypervisors();
    return "tiny";
  }

  private String connectedHeadnode() {
    String connected = site.headnode();
    String plug = "v1/headnodes/%s/nics/eth0/network".formatted(connected);
    String network = "{\"network\":\"%s\"}".formatted(network());
    site.awaitEnd(site.admin.put(plug, network).is(202).json().getString("id"));
    return connected;
  }

  private String connectedNode() {
    String node = site.heldNode();
    site.connect(node, network());
    return node;
  }

  private String operation() {
    if (operation == null) {
      operation = site.connect(site.heldNode(), network());
    }
    return operation;
  }
}
