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

/** Switches and ports; for administrators. */
final class SwitchCommands {
  private static final String PORT = "v1/switches/{switch}/ports/{port}";
  private static final String KEY = "v1/switches/{switch}/host-key";

  private SwitchCommands() {}

  static Stream<Command> all() {
    return Stream.of(switches(), ports()).flatMap(List::stream);
  }

  private static List<Command> switches() {
    return List.of(
        asking("switch list", "All switches.", get("v1/switches").many(Views.SWITCH)),
        asking(
            "switch show SWITCH",
            "One switch, its ports and what is behind them.",
            get("v1/switches/{switch}").one(Views.SWITCH)),
        doing(
                "switch register SWITCH SUBTYPE [ARGS...]",
                "Record a switch: by HIL's arguments of its type, or by the options.",
                Switches::register)
            .option("--host HOST", "Where it is, instead of ARGS.")
            .option("--ssh-port PORT", "Where it listens there.")
            .option("--user USER", "Who logs in there.")
            .option("--password PASSWORD", "His password; - has it asked for, or read from stdin.")
            .option("--private-key FILE", "His private key.")
            .option("--host-key KEY", "The SSH key that the switch must show.")
            .option("--set NAME=VALUE...", "A setting of the driver; may come again."),
        asking(
            "switch delete SWITCH",
            "Forget a switch without ports.",
            delete("v1/switches/{switch}")),
        asking(
            "switch check SWITCH",
            "Read all its ports, and find which are not as wanted.",
            post("v1/switches/{switch}/check").later()),
        asking(
            "switch host-key show SWITCH",
            "The SSH host key that it shows now, to compare.",
            get(KEY).one(Views.HOST_KEY)),
        asking(
            "switch host-key enrol SWITCH KEY",
            "Trust that SSH host key from now on.",
            put(KEY).field("hostKey", "key")));
  }

  private static List<Command> ports() {
    return List.of(
        asking(
                "port register SWITCH PORT",
                "Record a port; HaaS parks it at once.",
                post("v1/switches/{switch}/ports").field("name", "port").fields("role"))
            .option("--role ROLE", "EDGE, a machine's, or PRESET, a trunk that is never written."),
        asking("port delete SWITCH PORT", "Forget a port without a NIC.", delete(PORT)),
        doing("port show SWITCH PORT", "One port and what is behind it.", Switches::port),
        asking(
            "port revert SWITCH PORT",
            "Take every network off a port and park it.",
            post(PORT + "/revert").later()),
        asking(
            "port nic add SWITCH PORT NODE NIC",
            "Record which NIC is behind a port.",
            put(PORT + "/nic").fields("node", "nic")),
        asking(
            "port nic remove SWITCH PORT",
            "Record that no NIC is behind a port any more.",
            delete(PORT + "/nic")));
  }
}
