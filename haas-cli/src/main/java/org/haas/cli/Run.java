package org.haas.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.haas.cli.command.Argument;
import org.haas.cli.command.Choice;
import org.haas.cli.command.Command;
import org.haas.cli.command.Given;
import org.haas.cli.command.Session;
import org.haas.cli.output.Format;
import org.haas.cli.output.Output;
import org.haas.cli.process.Failure;
import org.haas.cli.process.World;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** One command with what was written behind it. */
record Run(World world, Command command, ParseResult parsed) {
  private static final List<Choice> COMMON =
      List.of(
          new Choice("wait", "", false, ""),
          new Choice("timeout", "SECONDS", false, ""),
          new Choice("output", "FORMAT", false, ""),
          new Choice("json", "", false, ""),
          new Choice("endpoint", "URL", false, ""));

  /**
   * Does it.
   *
   * @throws Failure with a sentence
   */
  void run() {
    Given given = given();
    Output output = new Output(world.out(), format(given), world.colours());
    command.action().run(new Session(world, given, output));
  }

  private Given given() {
    Map<String, List<String>> values = new HashMap<>();
    for (int i = 0; i < command.arguments().size(); i++) {
      Argument argument = command.arguments().get(i);
      int at = i;
      parsed.matchedPositionals().stream()
          .filter(matched -> matched.index().min() == at)
          .findFirst()
          .map(ArgSpec::stringValues)
          .ifPresent(texts -> values.put(argument.name(), checked(argument, texts)));
    }
    command.choices().forEach(choice -> take(choice, values));
    COMMON.forEach(choice -> take(choice, values));
    return new Given(values);
  }

  private void take(Choice choice, Map<String, List<String>> values) {
    OptionSpec matched = parsed.matchedOption("--" + choice.name());
    if (matched != null) {
      values.put(
          choice.name(), choice.isFlag() ? List.of("true") : List.copyOf(matched.stringValues()));
    }
  }

  private static List<String> checked(Argument argument, List<String> texts) {
    for (String text : texts) {
      if (!argument.choices().isEmpty() && !argument.choices().contains(text)) {
        throw Failure.usage(
            "'%s' is none of: %s.".formatted(text, String.join(", ", argument.choices())));
      }
    }
    return List.copyOf(texts);
  }

  private static Format format(Given given) {
    if (given.has("json")) {
      return Format.JSON;
    }
    return given
        .optional("output")
        .map(
            name ->
                Format.named(name)
                    .orElseThrow(
                        () ->
                            Failure.usage(
                                "--output is table, wide, json, yaml or csv, not '%s'."
                                    .formatted(name))))
        .orElse(Format.TABLE);
  }
}
