package org.haas.cli.catalogue;

import java.io.IOException;
import java.io.InputStream;
import org.haas.cli.command.Action;
import org.haas.cli.command.Given;
import org.haas.cli.console.Console;
import org.haas.cli.process.ExitCode;
import org.haas.cli.process.Failure;
import org.haas.cli.wire.Http;

/** Serial consoles of nodes and headnodes. */
final class Consoles {
  private static final int AT_ONCE = 8192;

  private Consoles() {}

  /** To use it. */
  static Action attach(String path, String argument) {
    return session ->
        new Console(session.world(), session.api())
            .attach(path.formatted(Http.escaped(session.given().text(argument))));
  }

  /** To read it, byte by byte. */
  static Action show(String path, String argument) {
    return session -> {
      String address =
          path.formatted(Http.escaped(session.given().text(argument))) + asked(session.given());
      byte[] bytes = new byte[AT_ONCE];
      try (InputStream console = session.api().stream(address)) {
        for (int count = console.read(bytes); count >= 0; count = console.read(bytes)) {
          session.world().out().write(bytes, 0, count);
          session.world().out().flush();
        }
      } catch (IOException broken) {
        throw new Failure(ExitCode.UNREACHABLE, "The connection broke: " + broken, broken);
      }
    };
  }

  private static String asked(Given given) {
    String seconds = given.number("seconds").map(number -> "seconds=" + number).orElse("");
    String replay = given.has("no-replay") ? "replay=false" : "";
    String both = String.join("&", seconds, replay).replaceAll("^&|&$", "");
    return both.isEmpty() ? "" : "?" + both;
  }
}
