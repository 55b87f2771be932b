package org.haas.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.haas.cli.catalogue.Catalogue;
import org.haas.cli.catalogue.Version;
import org.haas.cli.command.Command;
import org.haas.cli.process.ExitCode;
import org.haas.cli.process.Failure;
import org.haas.cli.process.World;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The program. */
public final class Haas {
  private final World world;

  /** In that world. */
  public Haas(World world) {
    this.world = world;
  }

  /** For the shell. The launcher says which streams a human reads. */
  public static void main(String[] args) {
    World world =
        new World(
            System.getenv(),
            System.in,
            new PrintStream(new FileOutputStream(FileDescriptor.out), false, UTF_8),
            new PrintStream(new FileOutputStream(FileDescriptor.err), true, UTF_8),
            Clock.systemUTC(),
            isTerminal("in"),
            isTerminal("out"),
            isTerminal("err"));
    int code = new Haas(world).run(args);
    world.out().flush();
    System.exit(code);
  }

  private static boolean isTerminal(String stream) {
    return "yes".equals(System.getProperty("haas.terminal." + stream));
  }

  /** Runs a command line, and answers what the shell is told. */
  public int run(String... args) {
    Tree tree = new Tree(commands(args));
    CommandLine line = tree.line();
    try {
      ParseResult deepest = deepest(line.parseArgs(args));
      return run(tree, deepest);
    } catch (ParameterException wrong) {
      world.err().println("haas: " + wrong.getMessage());
      world
          .err()
          .println("See: " + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help");
      return ExitCode.USAGE.number();
    } catch (Failure failure) {
      world.out().flush();
      world.err().println("haas: " + failure.getMessage());
      return failure.code().number();
    } catch (RuntimeException strange) {
      world.out().flush();
      world
          .err()
          .println("haas: This program is at a loss; is the server another version? " + strange);
      return ExitCode.FAILED.number();
    }
  }

  private int run(Tree tree, ParseResult place) {
    CommandLine line = place.commandSpec().commandLine();
    if (place.isUsageHelpRequested()) {
      line.usage(world.out(), ansi());
      return ExitCode.DONE.number();
    }
    if (place.isVersionHelpRequested()) {
      world.out().println(Version.number());
      return ExitCode.DONE.number();
    }
    if (tree.command(place.commandSpec()).isEmpty()) {
      line.usage(world.err(), ansi());
      return ExitCode.USAGE.number();
    }
    new Run(world, tree.command(place.commandSpec()).get(), place).run();
    return ExitCode.DONE.number();
  }

  private Ansi ansi() {
    return world.colours() ? Ansi.ON : Ansi.OFF;
  }

  private static ParseResult deepest(ParseResult result) {
    return result.hasSubcommand() ? deepest(result.subcommand()) : result;
  }

  /** Only those of the first word, where there are any: that is faster. */
  private List<Command> commands(String... args) {
    List<Command> all = Stream.concat(Catalogue.commands().stream(), completion()).toList();
    List<Command> meant =
        all.stream()
            .filter(command -> args.length > 0 && command.words().get(0).equals(args[0]))
            .toList();
    return meant.isEmpty() ? all : meant;
  }

  private Stream<Command> completion() {
    return Stream.of(
        Command.doing(
            "completion SHELL=bash|zsh",
            "A script that completes commands; load it by: source <(haas completion bash)",
            session ->
                session
                    .output()
                    .out()
                    .println(AutoComplete.bash(Tree.NAME, new Tree(commands()).line()))));
  }
}
