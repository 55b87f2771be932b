package org.haas.cli.process;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything around the command.
 *
 * @param variables of the environment
 * @param in what is typed or piped
 * @param out results, and nothing else
 * @param err sentences, questions and progress
 * @param clock for ages and the end of logins
 * @param inIsTerminal whether a human types {@code in}
 * @param outIsTerminal whether a human reads {@code out}
 * @param errIsTerminal whether a human reads {@code err}
 */
public record World(
    Map<String, String> variables,
    InputStream in,
    PrintStream out,
    PrintStream err,
    Clock clock,
    boolean inIsTerminal,
    boolean outIsTerminal,
    boolean errIsTerminal) {

  /** The first of these variables that is set to something. */
  public Optional<String> variable(String... names) {
    return Stream.of(names)
        .map(name -> variables.getOrDefault(name, ""))
        .filter(value -> !value.isBlank())
        .findFirst();
  }

  /** Where logins are kept: {@code $XDG_CONFIG_HOME/haas}, else {@code ~/.config/haas}. */
  public Path folder() {
    return variable("XDG_CONFIG_HOME")
        .map(Path::of)
        .orElseGet(() -> Path.of(variable("HOME").orElse("."), ".config"))
        .resolve("haas");
  }

  /** Whether results are coloured: on a terminal, unless {@code NO_COLOR} is set. */
  public boolean colours() {
    return outIsTerminal
        && variable("NO_COLOR").isEmpty()
        && !variable("TERM").orElse("dumb").equals("dumb");
  }
}
