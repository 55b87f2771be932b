package org.haas.cli.catalogue;

import static org.haas.cli.command.Command.doing;

import java.util.stream.Stream;
import org.haas.cli.command.Command;
import org.haas.cli.command.Session;
import org.haas.cli.lab.Lab;
import org.haas.cli.lab.Labs;

/** What a project shall have, in one document. */
final class LabCommands {
  private LabCommands() {}

  static Stream<Command> all() {
    return Stream.of(
        doing(
                "apply",
                "Bring a project to what a document says: nodes, networks and what is connected.",
                LabCommands::apply)
            .option("-f,--file FILE", "The document, YAML or JSON; - is stdin.")
            .option("--dry-run", "Only show what would be done.")
            .option("--prune", "Give back, detach and delete what the document does not name.")
            .option("--timeout SECONDS", "Give up waiting after this time; by default 600."));
  }

  private static void apply(Session session) {
    String file = session.given().text("file");
    Labs.apply(session, Lab.parse(file, Settings.file(session, file)));
  }
}
