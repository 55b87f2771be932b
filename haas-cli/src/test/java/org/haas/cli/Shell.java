package org.haas.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.haas.cli.process.World;

/** Runs commands as a shell would, in this process. */
final class Shell {
  static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");

  private final Map<String, String> variables = new HashMap<>();
  private String typed = "";
  private boolean terminal;

  /** With a home of its own. */
  Shell(Path home) {
    variables.put("HOME", home.toString());
    variables.put("TERM", "xterm");
  }

  /** Logged in there by a token. */
  Shell(Path home, FakeHaas haas) {
    this(home);
    with("HAAS_ENDPOINT", haas.url()).with("HAAS_TOKEN", "secret-token");
  }

  /** What a command did. */
  record Done(int code, String out, String err) {}

  Shell with(String variable, String value) {
    variables.put(variable, value);
    return this;
  }

  Shell without(String variable) {
    variables.remove(variable);
    return this;
  }

  Shell typing(String text) {
    typed = text;
    return this;
  }

  Shell onTerminal() {
    terminal = true;
    return this;
  }

  Done run(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    World world =
        new World(
            variables,
            new ByteArrayInputStream(typed.getBytes(UTF_8)),
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            Clock.fixed(NOW, ZoneOffset.UTC),
            false,
            terminal,
            terminal);
    int code = new Haas(world).run(args);
    return new Done(code, out.toString(UTF_8), err.toString(UTF_8));
  }
}
