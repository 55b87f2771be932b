package org.haas.cli.catalogue;

import static org.haas.cli.command.Call.delete;
import static org.haas.cli.command.Call.get;
import static org.haas.cli.command.Call.post;
import static org.haas.cli.command.Call.put;
import static org.haas.cli.command.Command.asking;
import static org.haas.cli.command.Command.doing;

import java.util.List;
import java.util.stream.Stream;
import org.haas.cli.command.Command;

/** Headnodes, and the hypervisors that they are on. */
final class HeadnodeCommands {
  private static final String ONE = "v1/headnodes/{headnode}";
  private static final String NIC = ONE + "/nics/{nic}";
  private static final String HYPERVISOR = "v1/hypervisors/{hypervisor}";

  private HeadnodeCommands() {}

  static Stream<Command> all() {
    return Stream.of(headnodes(), lives(), nics(), hypervisors()).flatMap(List::stream);
  }

  private static List<Command> headnodes() {
    return List.of(
        asking(
                "headnode list [PROJECT]",
                "Headnodes of a project, or of all yours.",
                get("v1/headnodes").query("project", "text", "state").all(Views.HEADNODE))
            .option("--text TEXT", "Only those with this in their names.")
            .option("--state STATE", "Only those in this state, such as RUNNING."),
        asking(
            "headnode show HEADNODE", "One headnode and its NICs.", get(ONE).one(Views.HEADNODE)),
        asking(
            "headnode list-images",
            "What headnodes can be made from.",
            get("v1/headnode-images").many(Views.IMAGE)),
        doing("headnode create HEADNODE PROJECT BASE-IMG", "Make a headnode.", Headnodes::create)
            .option("--cpus N", "Processors; by default 1.")
            .option("--memory MIB", "Memory in MiB; by default 1024.")
            .option("--disk GIB", "Disk in GiB; by default 10.")
            .option("--host-name NAME", "What it calls itself; by default its name.")
            .option("--key FILE...", "A public SSH key that may log in; may come again.")
            .option("--user-data FILE", "cloud-init's user data.")
            .option("--start", "Start it when it is made.")
            .waiting(),
        asking("headnode delete HEADNODE", "Delete it with its disk.", delete(ONE).later()),
        asking(
            "headnode retry HEADNODE",
            "Go on with the making of a broken one, from the step that failed.",
            post(ONE + "/creation").later()),
        doing("headnode steps HEADNODE", "How far its newest operation is.", Headnodes::steps));
  }

  private static List<Command> lives() {
    return List.of(
        power("start", "Start it.", "start"),
        power("stop", "Switch it off at once.", "stop"),
        power("shutdown", "Have its operating system end.", "shutdown"),
        doing(
            "headnode console [HEADNODE]",
            "Use its serial console; ~. at the beginning of a line leaves.",
            Consoles.attach("v1/headnodes/%s/console/ws", "headnode")),
        doing(
                "headnode console show HEADNODE",
                "Show its serial console until Ctrl-C.",
                Consoles.show("v1/headnodes/%s/console", "headnode"))
            .option("--seconds SECONDS", "End after this time.")
            .option("--no-replay", "Leave out what it said before."),
        doing(
            "headnode console log HEADNODE",
            "What it said, each line with its time.",
            Consoles.show("v1/headnodes/%s/console/log", "headnode")));
  }

  private static Command power(String word, String help, String action) {
    return asking(
        "headnode " + word + " HEADNODE",
        help,
        post(ONE + "/power").constant("action", action).later());
  }

  private static List<Command> nics() {
    return List.of(
        asking(
                "headnode nic create HEADNODE NIC",
                "Give it a NIC.",
                post(ONE + "/nics").field("name", "nic").fields("mac", "address"))
            .option("--mac MACADDRESS", "Its MAC address; else one is made up.")
            .option(
                "--address ADDRESS", "As 10.1.0.1/24, given to it at its next start; else DHCP."),
        asking("headnode nic delete HEADNODE NIC", "Take a NIC away.", delete(NIC).later()),
        asking(
            "headnode network connect HEADNODE NIC NETWORK",
            "Put a NIC on a network.",
            put(NIC + "/network").fields("network").later()),
        asking(
            "headnode network detach HEADNODE NIC",
            "Take a NIC off its network.",
            delete(NIC + "/network").later()));
  }

  private static List<Command> hypervisors() {
    return List.of(
        asking(
            "hypervisor list",
            "All hypervisors (administrators).",
            get("v1/hypervisors").many(Views.HYPERVISOR)),
        asking(
            "hypervisor show HYPERVISOR",
            "One hypervisor (administrators).",
            get(HYPERVISOR).one(Views.HYPERVISOR)),
        doing(
                "hypervisor register HYPERVISOR TYPE ADDRESS",
                "Record a hypervisor (administrators).",
                Headnodes::hypervisor)
            .option("--user USER", "Who logs in there.")
            .option("--password PASSWORD", "His password; - has it asked for, or read from stdin.")
            .option("--private-key FILE", "His private key.")
            .option("--host-key KEY", "The SSH key that it must show.")
            .option("--set NAME=VALUE...", "A setting of the driver; may come again."),
        asking(
            "hypervisor delete HYPERVISOR",
            "Forget one without headnodes (administrators).",
            delete(HYPERVISOR)),
        asking(
            "hypervisor check HYPERVISOR",
            "Read it anew, and remove what HaaS left behind there (administrators).",
            post(HYPERVISOR + "/check").later()),
        asking(
            "hypervisor host-key show HYPERVISOR",
            "The SSH host key that it shows now, to compare (administrators).",
            get(HYPERVISOR + "/host-key").one(Views.HOST_KEY)),
        asking(
            "hypervisor host-key enrol HYPERVISOR KEY",
            "Trust that SSH host key from now on (administrators).",
            put(HYPERVISOR + "/host-key").field("hostKey", "key")));
  }
}
