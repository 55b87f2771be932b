package org.haas.cli;

import java.util.Locale;
import java.util.Map;

/** What each argument is, for the help. */
final class Words {
  private static final Map<String, String> ABOUT =
      Map.ofEntries(
          Map.entry("node", "The name of a node."),
          Map.entry("nic", "The name of a NIC."),
          Map.entry("network", "The name of a network."),
          Map.entry("project", "The name of a project."),
          Map.entry("switch", "The name of a switch."),
          Map.entry("port", "A port, as its switch calls it: gi1/0/5."),
          Map.entry("headnode", "The name of a headnode."),
          Map.entry("hypervisor", "The name of a hypervisor."),
          Map.entry("user", "A user's name."),
          Map.entry("username", "A user's name."),
          Map.entry("token", "The name of an API token."),
          Map.entry("operation", "The id of an operation."),
          Map.entry("change-set", "The id of a change-set."),
          Map.entry("networks", "With commas between, NETWORK or NETWORK@CHANNEL; '' is none."),
          Map.entry("nics", "Each as NODE/NIC."),
          Map.entry("status-id", "The id of an operation."),
          Map.entry("channel", "vlan/native (the default) or vlan/<the network's id>."),
          Map.entry("macaddress", "As 52:54:00:12:34:56."),
          Map.entry("label", "The name of the fact."),
          Map.entry("value", "JSON; what is none counts as a text."),
          Map.entry("owner", "A project, or admin for the administrators."),
          Map.entry("password", "A password; - has it asked for, or read from stdin."),
          Map.entry("obmd-uri", "The node's URL at its OBM daemon."),
          Map.entry(
              "obmd-admin-token", "The daemon's token; - has it asked for, or read from stdin."),
          Map.entry("subtype", "A type of drivers.md, or one of HIL's."),
          Map.entry("args", "HIL's: HOST USER PASSWORD [SETTING], or BRIDGE for ovs."),
          Map.entry("base-img", "An image; see: haas headnode list-images"),
          Map.entry("address", "Where it is."),
          Map.entry("type", "The driver; see drivers.md."),
          Map.entry("key", "As ssh-ed25519 AAAA..."),
          Map.entry("file", "A JSON file; - is stdin."),
          Map.entry("url", "Who is told."),
          Map.entry("text", "A part of a name."),
          Map.entry("webhook", "The name of a webhook of the project."),
          Map.entry("count", "How many, 1 to 100."),
          Map.entry("nodes", "The names of nodes."),
          Map.entry("headnodes", "How many."),
          Map.entry("cpus", "Processors together."),
          Map.entry("memory-mib", "Memory together, in MiB."),
          Map.entry("disk-gib", "Disk together, in GiB."));

  private Words() {}

  /** One sentence; nothing where the name and its choices say it. */
  static String about(String argument) {
    return ABOUT.getOrDefault(argument.toLowerCase(Locale.ROOT), "");
  }
}
