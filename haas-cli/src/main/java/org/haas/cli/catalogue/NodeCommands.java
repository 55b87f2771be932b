package org.haas.cli.catalogue;

import static org.haas.cli.catalogue.Views.BMC;
import static org.haas.cli.catalogue.Views.NODE;
import static org.haas.cli.catalogue.Views.POWER;
import static org.haas.cli.command.Call.delete;
import static org.haas.cli.command.Call.get;
import static org.haas.cli.command.Call.post;
import static org.haas.cli.command.Call.put;
import static org.haas.cli.command.Command.asking;
import static org.haas.cli.command.Command.doing;

import java.util.List;
import java.util.stream.Stream;
import org.haas.cli.command.Command;
import org.haas.cli.output.View;

/** Machines. */
final class NodeCommands {
  private static final String NETWORK = "v1/nodes/{node}/nics/{nic}/networks/{network}";

  private NodeCommands() {}

  static Stream<Command> all() {
    return Stream.of(machines(), wires(), power(), consoles(), controllers()).flatMap(List::stream);
  }

  private static List<Command> machines() {
    return List.of(
        doing("node list [WHICH=free|all]", "Free nodes, or all that you may see.", Nodes::list)
            .option("--project PROJECT", "Only the nodes of this project.")
            .option("--state STATE", "Only nodes in this state, such as RESERVED.")
            .option("--text TEXT", "Only nodes with this in their names.")
            .option("--sort ORDER", "name, state or project; with - before it downwards."),
        asking(
            "node show NODE",
            "One node, its NICs and their networks.",
            get("v1/nodes/{node}").one(NODE)),
        doing(
            "node register NODE [OBMD-URI] [OBMD-ADMIN-TOKEN]",
            "Record a machine, with the OBM daemon that controls it (administrators).",
            Nodes::register),
        asking(
            "node delete NODE",
            "Forget a free machine without NICs (administrators).",
            delete("v1/nodes/{node}")),
        asking(
            "node reserve NODE PROJECT",
            "Reserve a free node for your project.",
            put("v1/nodes/{node}/reservation").fields("project").later()),
        doing(
            "node reserve-all PROJECT NODES...",
            "Reserve these free nodes for your project, all or none.",
            Reservations::these),
        doing(
                "node reserve-any COUNT PROJECT",
                "Reserve as many free nodes for your project, whichever.",
                Reservations::any)
            .option(
                "--with LABEL=VALUE...",
                "Only nodes of which this is recorded; VALUE is any JSON, else a text."),
        asking(
            "node release NODE",
            "Give a node of your project back.",
            delete("v1/nodes/{node}/reservation").later()),
        doing(
                "node release-all PROJECT NODES...",
                "Give these nodes of your project back, all or none.",
                Reservations::release)
            .waiting(),
        asking(
            "node free NODE",
            "Free a node whose release cannot end; make sure that it has no power (administrators).",
            delete("v1/nodes/{node}/reservation?force=true")),
        asking(
            "node metadata add NODE LABEL VALUE",
            "Record a fact; VALUE is any JSON, else a text (administrators).",
            put("v1/nodes/{node}/metadata/{label}").json("value")),
        asking(
            "node metadata delete NODE LABEL",
            "Forget a fact (administrators).",
            delete("v1/nodes/{node}/metadata/{label}")));
  }

  private static List<Command> wires() {
    return List.of(
        asking(
            "node network connect NODE NIC NETWORK [CHANNEL]",
            "Connect a NIC to a network, on vlan/native or vlan/<id>.",
            put(NETWORK).fields("channel").later()),
        asking(
            "node network detach NODE NIC NETWORK",
            "Take a NIC off a network.",
            delete(NETWORK).later()),
        asking(
            "node nic register NODE NIC MACADDRESS",
            "Record a NIC (administrators).",
            post("v1/nodes/{node}/nics").field("name", "nic").field("mac", "macaddress")),
        asking(
            "node nic delete NODE NIC",
            "Forget a NIC of a free node (administrators).",
            delete("v1/nodes/{node}/nics/{nic}")));
  }

  private static List<Command> power() {
    return List.of(
        power("on", "Give it power.", "on"),
        power("off", "Take the power away at once.", "off"),
        power("shutdown", "Have its operating system end.", "shutdown"),
        power("cycle", "Take the power away, see it gone, give it back.", "cycle"),
        power(
            "reboot",
            "Have its operating system end, by force after some minutes, and start.",
            "reboot"),
        asking(
            "node power status NODE",
            "Its power as it was read last.",
            get("v1/nodes/{node}/power").one(POWER)),
        asking(
                "node bootdev NODE BOOTDEV=disk|pxe|none",
                "Choose what it starts from; none: what its firmware says.",
                put("v1/nodes/{node}/boot-device").field("device", "bootdev").flag("once").later())
            .option("--once", "For its next start only."),
        obm(
            "enable",
            "true",
            "Let clients of HIL's API use its power and console; HaaS's own may."),
        obm("disable", "false", "No longer let clients of HIL's API use its power and console."));
  }

  private static Command power(String word, String help, String action) {
    return asking(
        "node power " + word + " NODE",
        help,
        post("v1/nodes/{node}/power").constant("action", action).later());
  }

  /** HIL's switch has no place in v1, where power needs none. */
  private static Command obm(String word, String enabled, String help) {
    return asking(
        "node obm " + word + " NODE",
        help,
        put("v0/node/{node}/obm").constantJson("enabled", enabled));
  }

  private static List<Command> consoles() {
    return List.of(
        doing(
            "node console [NODE]",
            "Use its serial console; ~. at the beginning of a line leaves.",
            Consoles.attach("v1/nodes/%s/console/ws", "node")),
        doing(
                "node console show NODE",
                "Show its serial console until Ctrl-C.",
                Consoles.show("v1/nodes/%s/console", "node"))
            .option("--seconds SECONDS", "End after this time.")
            .option("--no-replay", "Leave out what it said before."),
        doing(
            "node console log NODE",
            "What it said since it was reserved, each line with its time.",
            Consoles.show("v1/nodes/%s/console/log", "node")));
  }

  private static List<Command> controllers() {
    return List.of(
        asking(
            "node bmc show NODE",
            "Its BMC, without the password (administrators).",
            get("v1/nodes/{node}/bmc").one(BMC)),
        doing(
                "node bmc set NODE TYPE ADDRESS",
                "Record its BMC (administrators).",
                Nodes::controller)
            .option("--user USER", "Who logs in there.")
            .option("--password PASSWORD", "His password; - has it asked for, or read from stdin.")
            .option(
                "--certificate FINGERPRINT", "SHA-256 of the TLS certificate that it must have.")
            .option("--set NAME=VALUE...", "A setting of the driver; may come again."),
        asking(
            "node bmc delete NODE",
            "Forget its BMC (administrators).",
            delete("v1/nodes/{node}/bmc")),
        asking(
            "node bmc certificate NODE",
            "The TLS certificate that its BMC shows now (administrators).",
            get("v1/nodes/{node}/bmc/certificate").one(View.of("certificate"))));
  }
}
