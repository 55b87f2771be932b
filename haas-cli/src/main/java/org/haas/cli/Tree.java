package org.haas.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.haas.cli.catalogue.Catalogue;
import org.haas.cli.command.Argument;
import org.haas.cli.command.Choice;
import org.haas.cli.command.Command;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The commands as picocli wants them, with the options that all have. */
final class Tree {
  static final String NAME = "haas";

  private final Map<String, Command> leaves = new HashMap<>();
  private final CommandSpec root = group(NAME, "Shares a room full of physical machines.");

  /** Of these commands. */
  Tree(List<Command> commands) {
    root.addOption(
        OptionSpec.builder("--version")
            .versionHelp(true)
            .description("The version of this program.")
            .build());
    commands.forEach(this::add);
  }

  /** To read a command line with. */
  CommandLine line() {
    return new CommandLine(root).setExpandAtFiles(false);
  }

  /** The command of that place; empty: it is only a group. */
  Optional<Command> command(CommandSpec spec) {
    return Optional.ofNullable(leaves.get(spec.qualifiedName()));
  }

  private void add(Command command) {
    CommandSpec place = root;
    for (int i = 0; i < command.words().size(); i++) {
      place = below(place, command.words().subList(0, i + 1));
    }
    place.usageMessage().description(command.help());
    leaves.put(place.qualifiedName(), command);
    for (int i = 0; i < command.arguments().size(); i++) {
      place.addPositional(positional(command.arguments().get(i), i));
    }
    for (Choice choice : command.choices()) {
      place.addOption(option(choice));
    }
    common(command, place);
  }

  private static CommandSpec below(CommandSpec place, List<String> words) {
    String word = words.get(words.size() - 1);
    CommandLine known = place.subcommands().get(word);
    if (known != null) {
      return known.getCommandSpec();
    }
    CommandSpec fresh = group(word, Catalogue.about(String.join(" ", words)));
    place.addSubcommand(word, new CommandLine(fresh));
    return fresh;
  }

  private static CommandSpec group(String name, String about) {
    CommandSpec spec = CommandSpec.create().name(name);
    spec.usageMessage().description(about).abbreviateSynopsis(false).sortOptions(false);
    spec.addOption(
        OptionSpec.builder("-h", "--help")
            .usageHelp(true)
            .description("Show this and end.")
            .build());
    return spec;
  }

  private static PositionalParamSpec positional(Argument argument, int at) {
    PositionalParamSpec.Builder builder =
        PositionalParamSpec.builder()
            .index(argument.many() ? at + "..*" : String.valueOf(at))
            .paramLabel(argument.label())
            .hideParamSyntax(false)
            .description(Words.about(argument.name()))
            .completionCandidates(argument.choices().isEmpty() ? null : argument.choices());
    if (argument.many()) {
      return builder.type(List.class).auxiliaryTypes(String.class).arity("0..*").build();
    }
    return builder
        .type(String.class)
        .required(argument.required())
        .arity(argument.required() ? "1" : "0..1")
        .build();
  }

  private static OptionSpec option(Choice choice) {
    String name = "--" + choice.name();
    OptionSpec.Builder builder =
        choice.letter().isEmpty()
            ? OptionSpec.builder(name)
            : OptionSpec.builder("-" + choice.letter(), name);
    builder.description(choice.help());
    if (choice.isFlag()) {
      return builder.type(boolean.class).build();
    }
    builder.paramLabel(choice.value()).arity("1");
    return choice.many()
        ? builder.type(List.class).auxiliaryTypes(String.class).build()
        : builder.type(String.class).build();
  }

  private static void common(Command command, CommandSpec place) {
    if (command.waits()) {
      place.addOption(option(new Choice("wait", "", false, "Wait until the operation has ended.")));
      place.addOption(
          option(
              new Choice(
                  "timeout",
                  "SECONDS",
                  false,
                  "Give up waiting after this time; by default 600.")));
    }
    place.addOption(
        OptionSpec.builder("-o", "--output")
            .paramLabel("FORMAT")
            .type(String.class)
            .description("table, wide, json, yaml or csv.")
            .completionCandidates(List.of("table", "wide", "json", "yaml", "csv"))
            .build());
    place.addOption(option(new Choice("json", "", false, "The same as --output json.")));
    place.addOption(
        option(new Choice("endpoint", "URL", false, "Where HaaS is, in place of HAAS_ENDPOINT.")));
  }
}
