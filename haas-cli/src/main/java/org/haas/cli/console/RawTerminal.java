package org.haas.cli.console;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.haas.cli.process.ExitCode;
import org.haas.cli.process.Failure;

/** The terminal, handing on each key as it is pressed, until it is closed. */
final class RawTerminal implements AutoCloseable {
  private static final File TERMINAL = new File("/dev/tty");

  private final String before;
  private final Thread atEnd = new Thread(this::restore);

  private RawTerminal(String before) {
    this.before = before;
  }

  static RawTerminal open() {
    RawTerminal terminal = new RawTerminal(stty("-g"));
    Runtime.getRuntime().addShutdownHook(terminal.atEnd);
    stty("raw", "-echo");
    return terminal;
  }

  @Override
  public void close() {
    restore();
    Runtime.getRuntime().removeShutdownHook(atEnd);
  }

  private void restore() {
    stty(before);
  }

  private static String stty(String... arguments) {
    try {
      Process process =
          new ProcessBuilder(command(arguments))
              .redirectInput(TERMINAL)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() == 0) {
        return told.strip();
      }
    } catch (IOException missing) {
      throw new Failure(ExitCode.USAGE, "stty, which a console needs, is missing.", missing);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    throw Failure.usage("This terminal cannot hand on single keys (stty refuses).");
  }

  private static String[] command(String... arguments) {
    String[] command = new String[arguments.length + 1];
    command[0] = "stty";
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    return command;
  }
}
