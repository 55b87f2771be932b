package org.haas.cli.catalogue;

import static org.haas.cli.command.Call.delete;
import static org.haas.cli.command.Call.get;
import static org.haas.cli.command.Command.asking;
import static org.haas.cli.command.Command.doing;

import java.util.stream.Stream;
import org.haas.cli.command.Command;

/** Changes to many NICs together. */
final class ChangeCommands {
  private static final String ONE = "v1/change-sets/{change-set}";

  private ChangeCommands() {}

  static Stream<Command> all() {
    return Stream.of(
        asking(
                "change list",
                "Changes to many NICs together, newest first.",
                get("v1/change-sets").query("project", "state").newest(Views.CHANGE_SET))
            .option("--project PROJECT", "Only this project's.")
            .option("--state STATE", "PLANNED, APPLYING, COMMITTED, UNDOING, STUCK, UNDONE ...")
            .option("--limit N", "How many at most; by default 50."),
        asking(
            "change show CHANGE-SET",
            "One of them, and how far each NIC is.",
            get(ONE).one(Views.CHANGE_SET)),
        doing(
                "change plan MODE=exactly|add|remove NETWORKS NICS...",
                "Plan which networks many NICs shall have.",
                ChangeSets::plan)
            .option("--apply", "Apply the plan at once.")
            .option("--dry-run", "Keep nothing, only show it.")
            .waiting(),
        doing(
                "change apply CHANGE-SET",
                "Apply a plan: all of its NICs are changed, or none.",
                ChangeSets::apply)
            .waiting(),
        asking(
            "change cancel CHANGE-SET",
            "Take a plan back, or undo one that is being applied.",
            delete(ONE).one(Views.CHANGE_SET)));
  }
}
