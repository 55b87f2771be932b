package org.haas.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import org.haas.cli.process.Failure;
import org.haas.cli.process.World;

/**
 * Secrets of the command line. HIL takes them as arguments, which everybody on the machine can
 * read; a dash in their place has them asked for, or read from a line of stdin.
 */
public record Secrets(World world, Given given) {
  /** The one of that name. */
  public Optional<String> given(String name) {
    return given.optional(name).map(text -> text.equals("-") ? read(name) : text);
  }

  /** Asks a person without showing what is typed, or reads a line. */
  public String read(String name) {
    if (world.inIsTerminal()) {
      return Optional.ofNullable(System.console())
          .map(console -> console.readPassword("%s: ", name))
          .map(String::new)
          .orElse("");
    }
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    try {
      for (int next = world.in().read(); next >= 0 && next != '\n'; next = world.in().read()) {
        line.write(next);
      }
    } catch (IOException gone) {
      throw Failure.usage("%s could not be read from stdin: %s".formatted(name, gone.getMessage()));
    }
    return line.toString(UTF_8).replaceFirst("\r$", "");
  }
}
