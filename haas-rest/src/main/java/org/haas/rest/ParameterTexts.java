package org.haas.rest;

import java.util.Map;

/** What the parameters of v1 mean; one means the same on every path. */
final class ParameterTexts {
  static final Map<String, String> ALL =
      Map.ofEntries(
          Map.entry("action", "What was done, such as node.reserve, or node for all that begin so"),
          Map.entry("actor", "Who did it"),
          Map.entry("after", "The id of the last event that was dealt with; 0 is the beginning"),
          Map.entry("cursor", "The next of the part before; the rest of the request is the same"),
          Map.entry("dryRun", "Tell what would be done, and do nothing"),
          Map.entry("force", "Free a node whose release cannot end (administrators)"),
          Map.entry("from", "Not before this time"),
          Map.entry("headnode", "The name of a headnode"),
          Map.entry("token", "The name of an API token"),
          Map.entry("hypervisor", "The name of a hypervisor"),
          Map.entry("id", "The id that the answer of its making told"),
          Map.entry(
              "If-Match", "The ETag of the thing as you saw it, or *: 412 if it is another by now"),
          Map.entry("kind", "Only of this kind"),
          Map.entry("label", "The name of a fact"),
          Map.entry("Last-Event-ID", "As after, which a browser sends by itself"),
          Map.entry("limit", "The most to answer with; docs/api.md has each path's most"),
          Map.entry("network", "The name of a network"),
          Map.entry("nic", "The name of a NIC"),
          Map.entry("node", "The name of a node"),
          Map.entry("notices", "Whether HaaS may write lines of its own between the console's"),
          Map.entry("open", "Only what is pending or running"),
          Map.entry("port", "The name of a port, its slashes escaped"),
          Map.entry("project", "The name of a project"),
          Map.entry("q", "What has to be in a name"),
          Map.entry("replay", "Whether to begin with what was said lately"),
          Map.entry("seconds", "How long to stay at most; by default until the login ends"),
          Map.entry("sort", "name, state or project, with - before it downwards"),
          Map.entry("state", "Only in this state"),
          Map.entry("switch", "The name of a switch"),
          Map.entry("target", "What it was done to"),
          Map.entry("text", "What has to be in its name"),
          Map.entry("until", "Not after this time"),
          Map.entry("username", "Who, as the login calls him"),
          Map.entry("webhook", "The name of a webhook of the project"));

  private ParameterTexts() {}
}
