package org.haas.cli.catalogue;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.haas.cli.command.Command;

/** All commands. */
public final class Catalogue {
  private static final Map<String, String> GROUPS =
      Map.ofEntries(
          Map.entry("node", "Machines: reserve, connect, switch on, use."),
          Map.entry("node metadata", "Facts about a node (administrators)."),
          Map.entry("node network", "The networks on its NICs."),
          Map.entry("node nic", "Its NICs (administrators)."),
          Map.entry("node power", "Its power."),
          Map.entry("node obm", "HIL's switch for power and console calls of HIL's API."),
          Map.entry("node bmc", "Its management controller (administrators)."),
          Map.entry("project node", "The nodes that a project holds."),
          Map.entry("project member", "Who is in a project."),
          Map.entry("project limits", "What its headnodes may have together."),
          Map.entry("user token", "The API tokens of a user (administrators)."),
          Map.entry("user project", "The projects of a user."),
          Map.entry("switch host-key", "The SSH key that a switch must show."),
          Map.entry("hypervisor host-key", "The SSH key that a hypervisor must show."),
          Map.entry("port nic", "The NIC behind a port."),
          Map.entry("headnode nic", "Its NICs."),
          Map.entry("headnode network", "The networks of its NICs."),
          Map.entry("token", "API tokens, which programs log in with as you."),
          Map.entry("project", "Projects, and what they hold."),
          Map.entry("network", "Isolated networks."),
          Map.entry("switch", "Switches (administrators)."),
          Map.entry("webhook", "Who is told what happens in a project."),
          Map.entry("port", "Ports of switches (administrators)."),
          Map.entry("user", "Users of the login (administrators)."),
          Map.entry("headnode", "Small virtual machines on your networks."),
          Map.entry("hypervisor", "Where headnodes run (administrators)."),
          Map.entry("change", "The networks of many NICs together: all are changed, or none."),
          Map.entry("operations", "What was asked of the hardware, and how it went."),
          Map.entry("networking-action", "Operations, by HIL's name for them."),
          Map.entry("site", "The whole inventory in one document (administrators)."),
          Map.entry("hil", "Moving from HIL (administrators)."),
          Map.entry("drift", "Ports that are not as wanted."),
          Map.entry("maintenance", "Where machines go between two projects."),
          Map.entry("audit", "Who changed what (administrators)."),
          Map.entry("health", "How switches, BMCs and queues are (administrators)."));

  private Catalogue() {}

  /** Each with its words, arguments and help. */
  public static List<Command> commands() {
    return Stream.of(
            LoginCommands.all(),
            ApiTokens.all(),
            NodeCommands.all(),
            ProjectCommands.all(),
            Webhooks.all(),
            NetworkCommands.all(),
            SwitchCommands.all(),
            HeadnodeCommands.all(),
            ChangeCommands.all(),
            LabCommands.all(),
            SiteCommands.all(),
            HilCommands.all())
        .flatMap(commands -> commands)
        .toList();
  }

  /** What a group of commands is about; its name has all words, with blanks. */
  public static String about(String group) {
    return GROUPS.getOrDefault(group, "");
  }
}
