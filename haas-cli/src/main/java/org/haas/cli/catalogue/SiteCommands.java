package org.haas.cli.catalogue;

import static org.haas.cli.catalogue.Views.OPERATION;
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

/** Operations, and what administrators look after. */
final class SiteCommands {
  private static final String OPERATIONS = "v1/operations/{operation}";

  private SiteCommands() {}

  static Stream<Command> all() {
    return Stream.of(operations(), site(), maintenance(), trail(), health()).flatMap(List::stream);
  }

  private static List<Command> operations() {
    return List.of(
        asking(
                "operations list",
                "What was asked of the hardware, newest first.",
                get("v1/operations")
                    .query("project", "node", "headnode", "state", "open")
                    .newest(OPERATION))
            .option("--project PROJECT", "Only this project's.")
            .option("--node NODE", "Only this node's.")
            .option("--headnode HEADNODE", "Only this headnode's.")
            .option("--state STATE", "PENDING, RUNNING, DONE, ERROR or CANCELLED.")
            .option("--open", "Only those still to be done.")
            .option("--limit N", "How many at most; by default 50."),
        asking("operations show OPERATION", "One operation.", get(OPERATIONS).one(OPERATION)),
        asking(
            "operations steps OPERATION",
            "Its steps and how far it is; none when it is one step.",
            get(OPERATIONS + "/steps").many(Views.STEP)),
        asking(
            "operations retry OPERATION",
            "Have an open one tried again at once.",
            post(OPERATIONS + "/retry")),
        asking("operations cancel OPERATION", "Take back one not yet begun.", delete(OPERATIONS)),
        doing(
                "operations wait OPERATION",
                "Wait until it has ended.",
                session -> Sites.awaitOperation(session))
            .option("--timeout SECONDS", "Give up waiting after this time."),
        asking(
            "networking-action show STATUS-ID",
            "One operation, by HIL's name for it.",
            get("v1/operations/{status-id}").one(OPERATION)));
  }

  private static List<Command> site() {
    return List.of(
        doing(
            "site diff FILE",
            "What a site document would change; - is stdin (administrators).",
            session -> Sites.apply(session, true)),
        doing(
            "site apply FILE",
            "Bring the inventory to what a site document says; - is stdin (administrators).",
            session -> Sites.apply(session, false)),
        doing(
            "site export",
            "Nodes, NICs and cables as a site document; no secrets, so no switches and no BMCs.",
            Sites::export),
        asking(
            "drift show",
            "Ports that are not as wanted; yours, if you are no administrator.",
            get("v1/drift").one(Views.DRIFT)),
        asking(
            "drift accept",
            "Take a database that went back in time as it is (administrators).",
            post("v1/drift/acceptance").one(Views.DRIFT)));
  }

  private static List<Command> maintenance() {
    return List.of(
        asking(
            "maintenance show",
            "Where machines go that are given back (administrators).",
            get("v1/maintenance").one(View.of("project", "url"))),
        asking(
                "maintenance set PROJECT URL",
                "Send machines to a project first, and tell a URL of each (administrators).",
                put("v1/maintenance").fields("project", "url").secret("secret", "secret"))
            .option(
                "--secret SECRET",
                "What it is signed with; - has it asked for, or read from stdin."),
        asking(
            "maintenance remove",
            "Send them nowhere from now on (administrators).",
            delete("v1/maintenance")),
        asking(
            "maintenance list",
            "Machines in maintenance.",
            get("v1/maintenance/nodes").many(Views.STAY)),
        asking(
            "maintenance node NODE",
            "One machine in maintenance.",
            get("v1/maintenance/nodes/{node}").one(Views.STAY)),
        asking(
            "maintenance done NODE",
            "Say that maintenance of a node is done.",
            post("v1/nodes/{node}/maintenance/done").later()));
  }

  private static List<Command> trail() {
    return List.of(
        asking(
                "audit list",
                "Who changed what, newest first (administrators).",
                get("v1/audit")
                    .query("actor", "action", "project", "target", "from", "until")
                    .newest(Views.AUDIT))
            .option("--actor USER", "Only what this person did.")
            .option("--action ACTION", "node.reserve, or node for all that begin so.")
            .option("--project PROJECT", "Only of this project.")
            .option("--target NAME", "Only of the thing of this name.")
            .option("--from TIME", "Not before, as 2026-11-20T00:00:00Z.")
            .option("--until TIME", "Not after.")
            .option("--limit N", "How many at most; by default 50."),
        asking(
            "search TEXT",
            "What has this in its name.",
            get("v1/search?q={text}").many(View.of("kind", "name"))));
  }

  private static List<Command> health() {
    return List.of(
        asking(
            "health queues",
            "What waits for each switch and machine (administrators).",
            get("v1/health/queues")
                .many(
                    View.of(
                        "name",
                        "switch",
                        "due",
                        "waiting",
                        "running",
                        "oldest",
                        "+holder",
                        "last error=lastError.error"))),
        asking(
            "health switches",
            "Whether each switch lets HaaS in (administrators).",
            get("v1/health/switches")
                .many(
                    View.of(
                        "name",
                        "contact",
                        "last visit=lastVisit",
                        "ports=ports.total",
                        "failed=ports.failed",
                        "+cabled=ports.cabled",
                        "error"))),
        asking(
            "health bmcs",
            "BMCs that fail, and free machines that have power (administrators).",
            get("v1/health/bmcs")
                .many(
                    View.of(
                        "node",
                        "type",
                        "power=power.state",
                        "failing since=failingSince",
                        "error=power.error"))),
        asking(
            "health vlans",
            "Ids of the pool, and the longest quarantined (administrators).",
            get("v1/health/vlans")
                .one(
                    View.of("pool", "free", "used", "quarantined", "reserved")
                        .part("Quarantined", "longest", View.of("vlan", "since", "switches")))));
  }
}
