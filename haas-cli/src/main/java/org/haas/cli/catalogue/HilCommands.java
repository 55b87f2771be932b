package org.haas.cli.catalogue;

import static org.haas.cli.command.Command.doing;

import java.util.stream.Stream;
import org.haas.cli.command.Command;
import org.haas.cli.hil.HilImport;

/** Moving from HIL. */
final class HilCommands {
  private HilCommands() {}

  static Stream<Command> all() {
    return Stream.of(
        doing(
                "hil import",
                "Bring what a database of HIL knows into HaaS (administrators).",
                session -> HilImport.run(session))
            .option("--database URL", "HIL's, such as jdbc:postgresql://HOST/hil; it is only read.")
            .option("--user USER", "Who logs in there.")
            .option("--password PASSWORD", "His password; - has it asked for, or read from stdin.")
            .option("--dry-run", "Only report what would be done.")
            .option("--timeout SECONDS", "Give up waiting for a machine after this time; 600."));
  }
}
