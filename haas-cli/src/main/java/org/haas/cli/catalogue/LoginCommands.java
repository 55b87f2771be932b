package org.haas.cli.catalogue;

import static org.haas.cli.command.Command.asking;
import static org.haas.cli.command.Command.doing;

import java.util.stream.Stream;
import org.haas.cli.command.Call;
import org.haas.cli.command.Command;
import org.haas.cli.output.View;

/** Who calls, and whether all is well. */
final class LoginCommands {
  private LoginCommands() {}

  static Stream<Command> all() {
    return Stream.of(
        doing("login", "Log in, in a browser, and keep the login.", Logins::login)
            .option("--password-of USER", "Log in with this user's password instead of a browser."),
        doing("logout", "End the login and forget it.", Logins::logout),
        asking(
            "whoami",
            "Who HaaS takes you for.",
            Call.get("v1/me")
                .one(View.of("username", "admin").part("Projects", "projects", Views.PROJECT))),
        doing(
            "doctor",
            "Check that HaaS can be used from here, and say what is wrong.",
            Doctor::examine),
        doing(
            "version",
            "The version of this program.",
            session -> session.output().single(Version.object(), View.of("version", "java"))));
  }
}
